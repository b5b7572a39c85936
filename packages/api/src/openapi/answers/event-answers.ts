import { PARTICIPANT_STATUSES } from '@astralis/core/events/event'
import { PROVIDERS } from '@astralis/core/sync/provider-name'
import { WRITE_ACCESS } from '@astralis/core/sync/remote-item'
import { z } from 'zod'
import { components } from '../components.ts'
import { conflict, event, occurrencesCheck, warning } from './event.ts'
import { instant, nothing } from './wire-forms.ts'

const eventResult = z
  .object({
    event,
    conflicts: z.array(conflict),
    warnings: z.array(warning),
    occurrences: occurrencesCheck.exactOptional(),
  })
  .register(components, { id: 'EventResult', description: '`occurrences` is there where it was about several events.' })

const oneEvent = z.object({ event })

const invitation = z.object({
  state: z.enum(['open', 'cancelled', 'over', 'removed']),
  scope: z.enum(['this', 'all']),
  title: z.string(),
  description: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  allDay: z.boolean(),
  timeZone: z.string(),
  location: z.string().nullable(),
  meetingLink: z.string().nullable(),
  recurrence: z.string().nullable(),
  originalStartsAt: instant.nullable(),
  organizer: z.string(),
  email: z.string(),
  answer: z.enum(PARTICIPANT_STATUSES),
})

const link = z.object({
  provider: z.enum(PROVIDERS),
  calendarName: z.string().nullable(),
  writeAccess: z.enum(WRITE_ACCESS),
  webLink: z.string().nullable(),
  problem: z.string().nullable(),
})

export const eventAnswers = {
  'events.create': eventResult,
  'events.update': eventResult,
  'events.cancel': oneEvent,
  'events.delete': nothing,
  'events.respond': oneEvent,
  'events.invitation': z.object({ invitation }),
  'events.get': oneEvent,
  'events.links': z.object({ links: z.array(link) }),
  'events.list': z.object({ events: z.array(event) }),
}
