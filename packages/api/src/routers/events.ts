import {
  createEventInput,
  eventVersionInput,
  getEventInput,
  listEventsInput,
  respondInput,
  updateEventInput,
} from '@astralis/core/events/event-input'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createEvent } from '@astralis/services/events/create-event'
import { deleteEvent } from '@astralis/services/events/delete-event'
import { getEvent } from '@astralis/services/events/get-event'
import { listEvents } from '@astralis/services/events/list-events'
import { respondToEvent } from '@astralis/services/events/respond-to-event'
import { updateEvent } from '@astralis/services/events/update-event'
import { memberProcedure, router } from '../trpc.ts'

export const eventsRouter = router({
  create: memberProcedure.input(createEventInput).mutation(({ ctx, input }) => createEvent(ctx.service, input)),
  update: memberProcedure.input(updateEventInput).mutation(({ ctx, input }) => updateEvent(ctx.service, input)),
  cancel: memberProcedure.input(eventVersionInput).mutation(({ ctx, input }) => cancelEvent(ctx.service, input)),
  delete: memberProcedure.input(eventVersionInput).mutation(async ({ ctx, input }) => {
    await deleteEvent(ctx.service, input)
    return {}
  }),
  respond: memberProcedure.input(respondInput).mutation(({ ctx, input }) => respondToEvent(ctx.service, input)),
  get: memberProcedure
    .input(getEventInput)
    .query(async ({ ctx, input }) => ({ event: await getEvent(ctx.service, input) })),
  list: memberProcedure
    .input(listEventsInput)
    .query(async ({ ctx, input }) => ({ events: await listEvents(ctx.service, input) })),
})
