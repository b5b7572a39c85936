import { EVENT_SOURCES, EVENT_STATUSES, OWN_FIELDS, PARTICIPANT_STATUSES, SHOWS_AS } from '@astralis/core/events/event'
import { z } from 'zod'
import { components } from '../components.ts'
import { instant } from './wire-forms.ts'

const participant = z
  .object({
    email: z.string(),
    name: z.string().nullable(),
    userId: z.uuid().nullable(),
    status: z.enum(PARTICIPANT_STATUSES),
    isOptional: z.boolean(),
    isOrganizer: z.boolean(),
  })
  .register(components, {
    id: 'Participant',
    description: 'Somebody who takes part; `userId` is null for a guest without an account.',
  })

export const conflict = z
  .object({
    eventId: z.uuid(),
    title: z.string(),
    startsAt: instant,
    endsAt: instant,
    participants: z.array(z.string()),
    source: z.enum(EVENT_SOURCES),
  })
  .register(components, {
    id: 'Conflict',
    description: 'An event that already takes the time of `participants` (e-mail addresses).',
  })

const json = z.json()
components.add(json, { id: 'Json', description: 'Any JSON value.' })

export const suggestionReason = z
  .object({ rule: z.string(), points: z.number(), facts: z.record(z.string(), json) })
  .register(components, {
    id: 'SuggestionReason',
    description: 'Why a suggested time is good; `facts` suffice to compute `points` again.',
  })

export const event = z
  .object({
    id: z.uuid(),
    version: z.int(),
    sequence: z.int(),
    title: z.string(),
    description: z.string().nullable(),
    startsAt: instant,
    endsAt: instant,
    allDay: z.boolean(),
    timeZone: z.string(),
    location: z.string().nullable(),
    meetingLink: z.string().nullable(),
    showsAs: z.enum(SHOWS_AS),
    status: z.enum(EVENT_STATUSES),
    source: z.enum(EVENT_SOURCES),
    participants: z.array(participant),
    conflicts: z.array(conflict),
    seriesId: z.uuid().nullable(),
    recurrence: z.string().nullable(),
    originalStartsAt: instant.nullable(),
    ownFields: z.array(z.enum(OWN_FIELDS)),
    aiScheduled: z.boolean(),
    suggestion: z.object({ score: z.number(), reasons: z.array(suggestionReason) }).nullable(),
    reminderOffsetsMinutes: z.array(z.int()).nullable(),
    createdBy: z.uuid().nullable(),
    createdAt: instant,
    updatedAt: instant,
    mayChange: z.boolean(),
  })
  .register(components, {
    id: 'Event',
    description:
      'An event, or an occurrence of a series (then `seriesId` and `recurrence` are those of the series). `version` rises with every edit; send the one that you have seen. `mayChange` says whether you may change more of it than your own answer.',
  })

export const warning = z
  .object({
    code: z.enum(['IN_THE_PAST', 'OUTSIDE_AVAILABILITY', 'UNKNOWN_PERSON', 'STARTS_LATER']),
    message: z.string(),
    email: z.string().exactOptional(),
  })
  .register(components, { id: 'Warning', description: 'Something the caller may not have meant; the answer stands.' })

export const occurrencesCheck = z
  .object({
    total: z.int(),
    free: z.int(),
    clashes: z.array(z.object({ startsAt: instant, endsAt: instant, conflicts: z.array(conflict) })),
    summary: z.string(),
  })
  .register(components, { id: 'OccurrencesCheck', description: 'How all occurrences of a series fare.' })
