import { redraftEvent } from '@astralis/core/events/draft-event'
import type { UpdateEventInput } from '@astralis/core/events/event-input'
import type { ServiceContext } from '../context.ts'
import { changeEvent } from './change-event.ts'
import type { EventResult } from './present-event.ts'

/** Changes the fields that the input has, and takes a cancelled event back where it says so. */
export async function updateEvent(ctx: ServiceContext, input: UpdateEventInput): Promise<EventResult> {
  return changeEvent(ctx, { ...input, action: 'event.updated', redraft: (event) => redraftEvent(event, input) })
}
