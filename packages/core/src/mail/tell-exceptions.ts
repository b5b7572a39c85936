import type { CalendarEvent } from '../ical/calendar-event.ts'
import { wallOf } from '../ical/moment.ts'
import { bodyLine } from './clean-words.ts'
import { slotOf } from './tell-series.ts'
import { onClocksOf, tellMoment } from './tell-time.ts'
import { clockOf, shortDate } from './words-of-dates.ts'

const MAX_EXCEPTIONS = 10

/** The occurrences of a series that are not as it has them, a line each, in their order; those with other answers only are. */
export function tellExceptions(
  series: CalendarEvent,
  exceptions: readonly CalendarEvent[],
  timeZone: string,
): string[] {
  const lines = exceptions
    .map((exception) => ({ exception, slot: slotOf(exception, timeZone) ?? '' }))
    .toSorted((a, b) => (a.slot < b.slot ? -1 : 1))
    .map(({ exception, slot }) => tellException(series, exception, slot, timeZone))
    .filter((line) => line !== null)
  const more = lines.length - MAX_EXCEPTIONS
  return more > 0 ? [...lines.slice(0, MAX_EXCEPTIONS), `and ${more} more`] : lines
}

function tellException(series: CalendarEvent, exception: CalendarEvent, slot: string, timeZone: string): string | null {
  const from = series.allDay ? shortDate(slot) : tellMoment(slot)
  if (exception.status === 'CANCELLED') return `${from}: does not take place`
  const there = onClocksOf(exception, timeZone)
  const isMoved = there.startsAt !== slot || exception.allDay !== series.allDay
  const isAsLong = lengthOf(exception) === lengthOf(series)
  const to = exception.allDay ? shortDate(there.startsAt) : tellMoment(there.startsAt)
  const changes = [
    ...(isMoved ? [`moved: ${from} → ${to}`] : []),
    ...(isAsLong || exception.allDay ? [] : [`until ${clockOf(there.endsAt)}`]),
    ...listOthers(series, exception),
  ]
  if (changes.length === 0) return null
  return isMoved ? changes.join(', ') : `${from}: ${changes.join(', ')}`
}

function lengthOf({ startsAt, endsAt }: CalendarEvent): number {
  return wallOf(endsAt) - wallOf(startsAt)
}

const FIELDS = [
  ['title', 'another title'],
  ['location', 'another place'],
  ['meetingLink', 'another meeting link'],
  ['description', 'another description'],
] as const satisfies [keyof CalendarEvent, string][]

function listOthers(series: CalendarEvent, exception: CalendarEvent): string[] {
  const shown = (event: CalendarEvent, field: (typeof FIELDS)[number][0]) => bodyLine(event[field] ?? '')
  return FIELDS.filter(([field]) => shown(exception, field) !== shown(series, field)).map(([, words]) => words)
}
