import type { Conflict, Event } from '@astralis/core/events/event'
import type { Booking } from '@astralis/core/conflicts/plan-bookings'
import { conflictFor } from '@astralis/core/events/visibility'
import { checkOccurrences, type OccurrencesCheck } from '@astralis/core/series/check-occurrences'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import type { SharedHours } from '@astralis/core/slots/person'
import { warnAbout } from '@astralis/core/events/warn-about'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import type { Warning } from '@astralis/core/wire/warning'
import type { ActionContext } from '../context.ts'
import { seenEvent, type SeenEvent } from './seen-event.ts'

/** What a change of an event answers with. */
export interface EventResult {
  event: SeenEvent
  conflicts: Conflict[]
  warnings: Warning[]
  /** How all occurrences fared, where a change was about several. */
  occurrences?: OccurrencesCheck
}

/** `hours` are those of the people whose time it takes; `writeAccess` is of what comes from a linked calendar. */
export function presentEvent(
  ctx: Pick<ActionContext, 'actor' | 'clock'>,
  stored: Event,
  hours: readonly SharedHours[],
  writeAccess: WriteAccess = 'all',
): EventResult {
  const event = seenEvent(ctx.actor, stored, writeAccess)
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
