import type { Span } from '@astralis/core/time/span'
import { and, eq, gt, lt, type SQL } from 'drizzle-orm'
import type { events } from '../schema/events.ts'
import type { participants } from '../schema/participants.ts'

/** The bound behind `spansDays`. */
const SHORT_HOURS = 24

type Timed = typeof events | typeof participants

/** Rows of at most 24 hours that overlap `span`: they start in it or less than a day before it. */
export function shortOverlap(table: Timed, span: Span): SQL | undefined {
  return and(
    eq(table.spansDays, false),
    gt(table.startsAt, span.startsAt.subtract({ hours: SHORT_HOURS })),
    lt(table.startsAt, span.endsAt),
    gt(table.endsAt, span.startsAt),
  )
}

/** Rows of more than 24 hours that overlap `span`; they are few and have an index of their own. */
export function longOverlap(table: Timed, span: Span): SQL | undefined {
  return and(eq(table.spansDays, true), lt(table.startsAt, span.endsAt), gt(table.endsAt, span.startsAt))
}
