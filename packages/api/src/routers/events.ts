import {
  createEventInput,
  eventVersionInput,
  getEventInput,
  invitationInput,
  listEventsInput,
  respondInput,
  updateEventInput,
} from '@astralis/core/events/event-input'
import { searchEventsInput } from '@astralis/core/search/search-input'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createEvent } from '@astralis/services/events/create-event'
import { deleteEvent } from '@astralis/services/events/delete-event'
import { getEvent } from '@astralis/services/events/get-event'
import { listEventLinks } from '@astralis/services/events/list-event-links'
import { listEvents } from '@astralis/services/events/list-events'
import { respondToEvent } from '@astralis/services/events/respond-to-event'
import { searchEvents } from '@astralis/services/events/search-events'
import { updateEvent } from '@astralis/services/events/update-event'
import { answerInvitation } from '@astralis/services/invitations/answer-invitation'
import { getInvitation } from '@astralis/services/invitations/get-invitation'
import { asMember, memberProcedure, publicProcedure, router } from '../trpc.ts'

export const eventsRouter = router({
  create: memberProcedure.input(createEventInput).mutation(({ ctx, input }) => createEvent(ctx.service, input)),
  update: memberProcedure.input(updateEventInput).mutation(({ ctx, input }) => updateEvent(ctx.service, input)),
  cancel: memberProcedure.input(eventVersionInput).mutation(({ ctx, input }) => cancelEvent(ctx.service, input)),
  delete: memberProcedure.input(eventVersionInput).mutation(async ({ ctx, input }) => {
    await deleteEvent(ctx.service, input)
    return {}
  }),
  respond: publicProcedure
    .input(respondInput)
    .mutation(({ ctx, input }) =>
      'token' in input ? answerInvitation(ctx, input) : respondToEvent(asMember(ctx), input),
    ),
  invitation: publicProcedure
    .input(invitationInput)
    .query(async ({ ctx, input }) => ({ invitation: await getInvitation(ctx, input) })),
  get: memberProcedure
    .input(getEventInput)
    .query(async ({ ctx, input }) => ({ event: await getEvent(ctx.service, input) })),
  links: memberProcedure
    .input(getEventInput)
    .query(async ({ ctx, input }) => ({ links: await listEventLinks(ctx.service, input) })),
  list: memberProcedure
    .input(listEventsInput)
    .query(async ({ ctx, input }) => ({ events: await listEvents(ctx.service, input) })),
  search: memberProcedure.input(searchEventsInput).query(({ ctx, input }) => searchEvents(ctx.service, input)),
})
