import { EVENT_SOURCES, EVENT_STATUSES } from '@astralis/core/events/event'
import { BLOCKING_RULES, PRESENCES, RELAXATIONS } from '@astralis/core/slots/suggestion'
import { z } from 'zod'
import { components } from '../components.ts'
import { conflict, occurrencesCheck, suggestionReason, warning } from './event.ts'
import { facts, instant } from './wire-forms.ts'

const blocker = z
  .object({ email: z.string().nullable(), rule: z.enum(BLOCKING_RULES), facts, message: z.string() })
  .register(components, {
    id: 'Blocker',
    description: 'What keeps somebody from a time; `email` is null where the time itself is the matter.',
  })

const relaxation = z
  .object({ kind: z.enum(RELAXATIONS), startsAt: instant, endsAt: instant, facts, message: z.string() })
  .register(components, { id: 'Relaxation', description: 'The nearest change that frees a time.' })

const suggestedTime = z
  .object({
    startsAt: instant,
    endsAt: instant,
    score: z.number(),
    reasons: z.array(suggestionReason),
    reason: z.string(),
    participants: z.array(z.object({ email: z.string(), status: z.enum(PRESENCES), localStart: z.string() })),
    occurrences: z
      .object({ total: z.int(), free: z.int(), clashes: z.array(instant), summary: z.string() })
      .exactOptional(),
  })
  .register(components, {
    id: 'SuggestedTime',
    description: 'A time that suits every required person; `score` is the sum of the points of its reasons.',
  })

const teamPerson = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    timeZone: z.string(),
    isHoursSet: z.boolean(),
    working: z.array(z.object({ startsAt: instant, endsAt: instant })),
    busy: z.array(
      z.object({
        startsAt: instant,
        endsAt: instant,
        eventId: z.string().nullable(),
        title: z.string().nullable(),
        status: z.enum(EVENT_STATUSES).nullable(),
        source: z.enum(EVENT_SOURCES).nullable(),
      }),
    ),
  })
  .register(components, {
    id: 'TeamPerson',
    description: 'When a member works and is busy; of what is not the caller’s to see, only that.',
  })

export const schedulingAnswers = {
  'scheduling.conflicts': z.object({
    hasConflict: z.boolean(),
    conflicts: z.array(conflict),
    warnings: z.array(warning),
    occurrences: occurrencesCheck.exactOptional(),
  }),
  'scheduling.suggest': z.object({
    suggestions: z.array(suggestedTime),
    summary: z.string(),
    rankedBy: z.enum(['model', 'score']),
    metadata: z.object({ slotsAnalyzed: z.int(), participantsAnalyzed: z.int(), conflictsFound: z.int() }),
    warnings: z.array(warning),
    empty: z.object({ blockers: z.array(blocker), relaxations: z.array(relaxation) }).exactOptional(),
  }),
  'scheduling.explain': z.object({
    free: z.boolean(),
    blockers: z.array(blocker),
    relaxations: z.array(relaxation),
    warnings: z.array(warning),
  }),
  'scheduling.team': z.object({ people: z.array(teamPerson), notShown: z.int() }),
}
