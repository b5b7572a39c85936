import { epochOf, epochToWall, formatWall, parseWall } from '@astralis/core/recurrence/wall-time'
import { isTimeZone } from '@astralis/core/time/time-zone'
import { badRequest } from './google-error.ts'
import type { EventTime } from './model.ts'

const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i

interface WrittenTime {
  date?: string | null | undefined
  dateTime?: string | null | undefined
  timeZone?: string | null | undefined
}

/**
 * A time as Google keeps it: a date, or an instant that is written in the calendar's zone together with the zone of the
 * event. Throws GoogleError.
 */
export function readTime(written: WrittenTime | null | undefined, name: string, calendarZone: string): EventTime {
  const { date, dateTime, timeZone } = written ?? {}
  if (!date && !dateTime) throw badRequest(`Missing ${name} time.`, 'required')
  if (date && dateTime) throw badRequest(`Invalid ${name} time.`)
  if (timeZone && !isTimeZone(timeZone)) throw badRequest(`Invalid time zone definition for ${name} time.`)
  if (date) {
    if (!DATE.test(date) || Number.isNaN(Date.parse(date))) throw badRequest(`Invalid ${name} time.`)
    return { date }
  }
  const [, wall, offset] = DATE_TIME.exec(dateTime ?? '') ?? []
  if (wall === undefined || Number.isNaN(Date.parse(`${wall}Z`))) throw badRequest(`Invalid ${name} time.`)
  if (!offset && !timeZone) throw badRequest(`Missing time zone definition for ${name} time.`, 'required')
  const epoch = offset ? Date.parse(`${wall}${offset}`) : epochOf(timeZone ?? 'UTC', parseWall(wall))
  return { dateTime: formatInstant(epoch, calendarZone), timeZone: timeZone ?? calendarZone }
}

/** RFC 3339, with the offset that a zone has then. */
export function formatInstant(epoch: number, timeZone: string): string {
  const wall = epochToWall(timeZone, epoch)
  const minutes = Math.round((wall - epoch) / 60_000)
  if (minutes === 0) return `${formatWall(wall)}Z`
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${formatWall(wall)}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`
}

/** Epoch milliseconds; a date begins at midnight UTC. */
export function epochOfTime({ date, dateTime }: EventTime): number {
  return Date.parse(date ?? dateTime ?? '')
}

/** The time of the same kind at another instant. */
export function timeAt(like: EventTime, epoch: number, calendarZone: string): EventTime {
  if (like.date !== undefined) return { date: new Date(epoch).toISOString().slice(0, 10) }
  return { dateTime: formatInstant(epoch, calendarZone), timeZone: like.timeZone }
}

/** Whether two times are the same instant, or the same date. */
export function isSameTime(a: EventTime, b: EventTime): boolean {
  return (a.date === undefined) === (b.date === undefined) && epochOfTime(a) === epochOfTime(b)
}
