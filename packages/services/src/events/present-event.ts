import type { Conflict, Event } from '@astralis/core/events/event'
import type { Booking } from '@astralis/core/conflicts/plan-bookings'
import { conflictFor, eventFor } from '@astralis/core/events/visibility'
import { checkOccurrences, type OccurrencesCheck } from '@astralis/core/series/check-occurrences'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import type { SharedHours } from '@astralis/core/slots/person'
import { warnAbout } from '@astralis/core/events/warn-about'
import type { Warning } from '@astralis/core/wire/warning'
import type { ActionContext } from '../context.ts'

/** What a change of an event answers with. */
export interface EventResult {
  event: Event
  conflicts: Conflict[]
  warnings: Warning[]
  /** How all occurrences fared, where a change was about several. */
  occurrences?: OccurrencesCheck
}

/** `hours` are those of the people whose time it takes. */
export function presentEvent(
  ctx: Pick<ActionContext, 'actor' | 'clock'>,
  stored: Event,
  hours: readonly SharedHours[],
): EventResult {
  const event = eventFor(ctx.actor, stored)
  return { event, conflicts: event.conflicts, warnings: warnAbout(event, ctx.clock(), hours) }
}

/** The same for a change of several: `conflicts` are those of all of them. */
export function presentOccurrences(
  { actor }: Pick<ActionContext, 'actor'>,
  result: EventResult,
  bookings: readonly Booking<OccurrenceDraft>[],
): EventResult {
  const visible = bookings.map(({ event, conflicts }) => ({
    ...event,
    conflicts: conflicts.map((conflict) => conflictFor(actor, conflict)),
  }))
  const occurrences = checkOccurrences(visible, result.event.recurrence)
  return { ...result, conflicts: occurrences.clashes.flatMap(({ conflicts }) => conflicts), occurrences }
}
