import { EVENT_SOURCES, EVENT_STATUSES, PARTICIPANT_STATUSES, SHOWS_AS } from '@astralis/core/events/event'
import { SEARCHED_FIELDS } from '@astralis/core/search/found-event'
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

const found = z
  .object({
    id: z.uuid(),
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
    allDay: z.boolean(),
    timeZone: z.string(),
    location: z.string().nullable(),
    status: z.enum(EVENT_STATUSES),
    showsAs: z.enum(SHOWS_AS),
    source: z.enum(EVENT_SOURCES),
    seriesId: z.uuid().nullable(),
    recurrence: z.string().nullable(),
    organizer: z.string().nullable(),
    people: z.array(z.string()),
    peopleCount: z.int(),
    matched: z.array(z.enum(SEARCHED_FIELDS)),
    excerpt: z.string().nullable(),
  })
  .register(components, {
    id: 'FoundEvent',
    description:
      'An event that a search has found; of a series its next occurrence, or the last. `matched` says where the words are, `people` names a few of `peopleCount`.',
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
  'events.search': z.object({ events: z.array(found), next: z.string().nullable() }),
}
