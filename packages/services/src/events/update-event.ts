import { redraftEvent } from '@astralis/core/events/draft-event'
import type { UpdateEventInput } from '@astralis/core/events/event-input'
import type { ServiceContext } from '../context.ts'
import { changeEvent } from './change-event.ts'
import type { EventResult } from './present-event.ts'
import { requireEditable } from './require-editable.ts'

/**
 * Changes the fields that the input has, of one event or of more of its series (B5), and takes a cancelled one back where
 * it says so. Of two edits of one version
 * the second is refused with VERSION_MISMATCH.
 */
export async function updateEvent(ctx: ServiceContext, input: UpdateEventInput): Promise<EventResult> {
  return changeEvent(ctx, {
    id: input.id,
    scope: input.scope,
    recurrence: input.recurrence,
    action: 'event.updated',
    onConflict: input.onConflict,
    newPeople: input.participants?.map(({ email }) => email),
    permit: (event, access) => requireEditable(ctx.actor, event, input.version, access),
    redraft: (event) => redraftEvent(event, input),
  })
}
