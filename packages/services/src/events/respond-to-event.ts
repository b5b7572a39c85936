import { answerEvent } from '@astralis/core/events/draft-event'
import type { RespondInput } from '@astralis/core/events/event-input'
import { requireParticipant } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { changeEvent } from './change-event.ts'
import { readOnly } from './require-editable.ts'
import type { SeenEvent } from './seen-event.ts'

/**
 * The caller's own answer to an invitation. Declining gives their time back, accepting again takes it (C3). It is no
 * edit: the version stays, so the organizer's open form is not outdated by it.
 */
export async function respondToEvent(
  ctx: ServiceContext,
  { id, status, scope }: RespondInput,
): Promise<{ event: SeenEvent }> {
  const { event } = await changeEvent(ctx, {
    id,
    scope,
    isEdit: false,
    action: 'event.answered',
    onConflict: 'flag',
    permit: (current, access) => {
      requireParticipant(ctx.actor, current)
      if (access === 'none') throw readOnly()
    },
    redraft: (current) => answerEvent(current, ctx.actor.email, status),
  })
  return { event }
}
