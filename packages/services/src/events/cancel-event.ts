import type { EventVersionInput } from '@astralis/core/events/event-input'
import type { ServiceContext } from '../context.ts'
import { changeEvent } from './change-event.ts'
import { requireEditable } from './require-editable.ts'
import type { SeenEvent } from './seen-event.ts'

/** Keeps the event as CANCELLED; its time goes to whoever waits for it. `events.update` takes it back. */
export async function cancelEvent(ctx: ServiceContext, input: EventVersionInput): Promise<{ event: SeenEvent }> {
  const { event } = await changeEvent(ctx, {
    id: input.id,
    scope: input.scope,
    action: 'event.cancelled',
    onConflict: 'flag',
    permit: (current, access) => requireEditable(ctx.actor, current, input.version, access),
    redraft: (current) => ({ ...current, status: 'CANCELLED' }),
  })
  return { event }
}
