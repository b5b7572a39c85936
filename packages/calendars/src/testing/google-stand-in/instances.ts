import { expandStored } from '@astralis/core/recurrence/expand-recurrence'
import { epochToWall, formatWall } from '@astralis/core/recurrence/wall-time'
import { epochOfTime, timeAt } from './event-time.ts'
import type { StoredCalendar, StoredEvent } from './model.ts'

const INSTANCE_ID = /^(.+)_(\d{8}|\d{8}T\d{6}Z)$/

/** The starts of a series that are within a window, epoch milliseconds. Throws RecurrenceError. */
export function startsOf(
  series: Pick<StoredEvent, 'start' | 'recurrence'>,
  window: { from: number; to: number; limit: number },
): number[] {
  const isDate = series.start.date !== undefined
  const timeZone = isDate ? 'UTC' : (series.start.timeZone ?? 'UTC')
  const startsAt = formatWall(epochToWall(timeZone, epochOfTime(series.start)))
  return expandStored({ startsAt, timeZone, rules: (series.recurrence ?? []).join('\n') }, window)
}

export function hasStart(series: Pick<StoredEvent, 'start' | 'recurrence'>, epoch: number): boolean {
  return startsOf(series, { from: epoch, to: epoch + 1, limit: 1 }).length > 0
}

/** `<series>_<YYYYMMDDTHHMMSSZ>`, or `<series>_<YYYYMMDD>` for whole days. */
export function instanceId(series: StoredEvent, epoch: number): string {
  const compact = new Date(epoch).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${series.id}_${series.start.date === undefined ? compact : compact.slice(0, 8)}`
}

/** An instance that nobody changed, as the series says. */
export function instanceAt(calendar: StoredCalendar, series: StoredEvent, epoch: number): StoredEvent {
  const length = epochOfTime(series.end) - epochOfTime(series.start)
  return {
    ...series,
    id: instanceId(series, epoch),
    recurrence: undefined,
    recurringEventId: series.id,
    originalStartTime: timeAt(series.start, epoch, calendar.timeZone),
    start: timeAt(series.start, epoch, calendar.timeZone),
    end: timeAt(series.end, epoch + length, calendar.timeZone),
  }
}

/** Whether what was an exception has no place in its series any more. */
export function isOrphan(calendar: StoredCalendar, { id, recurringEventId }: StoredEvent): boolean {
  return recurringEventId !== undefined && calendar.exceptions.get(recurringEventId)?.has(id) !== true
}

/** The event, or the instance of a series, that an id names; exceptions come before what their series says. */
export function findEvent(calendar: StoredCalendar, id: string): StoredEvent | null {
  const known = calendar.events.get(id)
  if (known && !isOrphan(calendar, known)) return known
  const [, seriesId, suffix] = INSTANCE_ID.exec(id) ?? []
  const series = calendar.events.get(seriesId ?? '')
  if (!series?.recurrence || series.status === 'cancelled' || suffix === undefined) return known ?? null
  const [date, time = '000000Z'] = suffix.split('T')
  if ((suffix.length === 8) !== (series.start.date !== undefined) || date === undefined) return known ?? null
  const epoch = Date.parse(
    `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`,
  )
  return Number.isNaN(epoch) || !hasStart(series, epoch) ? (known ?? null) : instanceAt(calendar, series, epoch)
}
