import type { Event, EventSource, EventStatus, Viewer } from '../events/event.ts'
import { seesDetails } from '../events/visibility.ts'
import type { SharedHours } from '../slots/person.ts'
import { Temporal } from '../temporal.ts'
import { type Intervals, mergeIntervals } from '../time/intervals.ts'
import type { Span } from '../time/span.ts'
import { openHours } from '../time/working-hours.ts'

/** A stretch of busy time; which event takes it, its name, status and source are null where that is not the viewer's to see. */
export interface TeamBusy extends Span {
  eventId: string | null
  title: string | null
  status: EventStatus | null
  source: EventSource | null
}

/** A member, beside the others: when they work, and when they are busy. */
export interface TeamPerson {
  userId: string
  name: string
  email: string
  timeZone: string
  /** Whether the hours are their own, and not what everybody begins with. */
  isHoursSet: boolean
  working: Span[]
  busy: TeamBusy[]
}

/** A busy event, and whose time of those who are looked at it takes. */
export interface TeamEvent extends Span, Pick<Event, 'id' | 'title' | 'status' | 'source' | 'createdBy'> {
  emails: readonly string[]
  isViewers: boolean
}

/** Weekly hours, their overrides and whether somebody has set them; kept by some members. */
export interface TeamHours extends SharedHours {
  isSet: boolean
}

interface TeamFacts {
  hours: readonly TeamHours[]
  events: readonly TeamEvent[]
}

/** The members of `facts` from `startsAt` to `endsAt`, as `viewer` may see them, by name. */
export function presentTeam(viewer: Viewer, { hours, events }: TeamFacts, { startsAt, endsAt }: Span): TeamPerson[] {
  const eventsOf = new Map<string, TeamEvent[]>()
  for (const event of events)
    for (const email of event.emails) {
      const taken = eventsOf.get(email) ?? []
      taken.push(event)
      eventsOf.set(email, taken)
    }
  return hours
    .flatMap(({ members, rules, overrides, timeZone, isSet }) => {
      const active = rules.filter(({ isActive }) => isActive)
      const open = openHours(active, overrides, timeZone, startsAt.epochMilliseconds, endsAt.epochMilliseconds)
      return members.map(({ id, email, name }) => ({
        userId: id,
        name,
        email,
        timeZone,
        isHoursSet: isSet,
        working: spansOf(open),
        busy: busyFor(viewer, eventsOf.get(email) ?? []),
      }))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.userId < b.userId ? -1 : 1))
}

/**
 * What takes somebody's time, as `viewer` may see it: event by event, also where two overlap, or of what is not theirs to
 * see only when, joined, so that nobody can count or tell apart what is in it. Earliest first.
 */
export function busyFor(viewer: Viewer, events: readonly TeamEvent[]): TeamBusy[] {
  const seen: TeamBusy[] = []
  const hidden: number[] = []
  for (const { startsAt, endsAt, id, title, status, source, createdBy, isViewers } of events) {
    const participants = isViewers ? [viewer] : []
    if (seesDetails(viewer, { createdBy, source, participants }))
      seen.push({ startsAt, endsAt, eventId: id, title, status, source })
    // Outwards to the whole milliseconds of an interval list.
    else hidden.push(startsAt.epochMilliseconds, endsAt.add({ nanoseconds: 999_999 }).epochMilliseconds)
  }
  const others = spansOf(mergeIntervals(hidden))
  const unnamed = others.map((span): TeamBusy => ({ ...span, eventId: null, title: null, status: null, source: null }))
  return [...seen, ...unnamed].toSorted(
    (a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) || ((a.eventId ?? '') < (b.eventId ?? '') ? -1 : 1),
  )
}

function spansOf(list: Intervals): Span[] {
  const spans: Span[] = []
  for (let i = 0; i + 1 < list.length; i += 2) spans.push({ startsAt: instant(list[i]), endsAt: instant(list[i + 1]) })
  return spans
}

function instant(epoch = 0): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epoch)
}
