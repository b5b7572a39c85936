import type { Temporal } from '../temporal.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { type JcalComponent, type JcalProperty, writeComponent } from './content-writer.ts'
import { toTimeZone } from './moment.ts'
import { timeZoneComponent } from './time-zone-component.ts'
import { writeEvent } from './write-event.ts'

/** RFC 5546, 1.4: what the receiver is to do with the events. */
type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'REPLY' | 'CANCEL'

/** A series and its exceptions are events of the same `uid`, each exception with an `originalStartsAt`. */
export interface Calendar {
  method: CalendarMethod | null
  writtenAt: Temporal.Instant
  events: readonly CalendarEvent[]
}

const PRODUCT = '-//AstralisOps//Scheduling//EN'

/**
 * An iCalendar file (RFC 5545). What happens once is in UTC, which every program reads alike; a series keeps its zone, or
 * it would drift with daylight saving, and each zone has its VTIMEZONE. Control characters are left out of all texts.
 * Throws RangeError for an unknown zone, for times of one zone that are centuries apart, and for a recurrence that is none.
 */
export function writeCalendar({ method, writtenAt, events }: Calendar): string {
  const placed = events.map((event) => (isOfSeries(event) ? event : placeInUtc(event)))
  const stamp = writtenAt.toString({ smallestUnit: 'second' })
  const properties: JcalProperty[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', PRODUCT],
    ...(method === null ? [] : [['method', {}, 'text', method] satisfies JcalProperty]),
  ]
  // Who is no longer asked gets a cancellation of an event that takes place (RFC 5546, 3.2.5).
  const hasStatus = ({ status }: CalendarEvent) => method !== 'CANCEL' || status === 'CANCELLED'
  const components = [...writeTimeZones(placed), ...placed.map((event) => writeEvent(event, stamp, hasStatus(event)))]
  return writeComponent(['vcalendar', properties, components])
}

function isOfSeries({ recurrence, originalStartsAt }: CalendarEvent): boolean {
  return recurrence !== null || originalStartsAt !== null
}

function placeInUtc(event: CalendarEvent): CalendarEvent {
  const { timeZone, startsAt, endsAt } = event
  if (timeZone === null) return event
  const [start, end] = [startsAt, endsAt].map((local) => toTimeZone({ local, timeZone }, 'UTC'))
  return start && end ? { ...event, startsAt: start, endsAt: end, timeZone: 'UTC' } : event
}

/** Beyond the last time that is known: a series may have no end, and a rule of 28 years is known. */
const YEARS_AHEAD = 30

function writeTimeZones(events: readonly CalendarEvent[]): JcalComponent[] {
  const uses = events.flatMap(({ timeZone, startsAt, endsAt, originalTimeZone, originalStartsAt }) => [
    { timeZone, year: yearOf(startsAt) },
    { timeZone, year: yearOf(endsAt) },
    { timeZone: originalTimeZone, year: yearOf(originalStartsAt ?? startsAt) },
  ])
  const byZone = Map.groupBy(uses, ({ timeZone }) => timeZone)
  return [...byZone].flatMap(([timeZone, of]) => {
    if (timeZone === null || timeZone === 'UTC') return []
    const years = of.map(({ year }) => year)
    return [timeZoneComponent(timeZone, Math.min(...years), Math.max(...years) + YEARS_AHEAD)]
  })
}

function yearOf(local: string): number {
  return Number(local.slice(0, 4))
}
