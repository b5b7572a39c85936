import type { Temporal } from '../temporal.ts'
import { isBefore } from './instant.ts'

/** A half-open stretch of time: `startsAt` belongs to it, `endsAt` does not, so neighbours do not overlap. */
export interface Span {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

/** True when the two share at least one moment. */
export function overlaps(a: Span, b: Span): boolean {
  return isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt)
}

/** Longer events come from typing errors, and every query would have to look further back for them. */
const MAX_SPAN_DAYS = 366
const DAY_HOURS = 24

/** What is wrong with an event's time, in words; null when nothing is. */
export function spanProblem({ startsAt, endsAt }: Span): string | null {
  if (!isBefore(startsAt, endsAt)) return 'Expected an end after the start.'
  const hours = startsAt.until(endsAt, { largestUnit: 'hours' }).hours
  return hours > MAX_SPAN_DAYS * DAY_HOURS ? `Expected at most ${MAX_SPAN_DAYS} days.` : null
}

/** The shortest span that covers all of `spans`; null when there are none. */
export function spanOf(spans: readonly Span[]): Span | null {
  let whole: Span | null = null
  for (const { startsAt, endsAt } of spans)
    whole = {
      startsAt: whole && isBefore(whole.startsAt, startsAt) ? whole.startsAt : startsAt,
      endsAt: whole && isBefore(endsAt, whole.endsAt) ? whole.endsAt : endsAt,
    }
  return whole
}

/** Widens a span outwards to whole calendar days of `timeZone`; a day may have 23 or 25 hours. */
export function widenToDays(span: Span, timeZone: string): Span {
  const first = span.startsAt.toZonedDateTimeISO(timeZone).startOfDay()
  const end = span.endsAt.toZonedDateTimeISO(timeZone)
  const last = end.startOfDay()
  const isMidnight = last.epochNanoseconds === end.epochNanoseconds
  return {
    startsAt: first.toInstant(),
    endsAt: (isMidnight ? last : last.add({ days: 1 }).startOfDay()).toInstant(),
  }
}
