import { z } from 'zod'
import { emailSchema } from '../people/email.ts'
import { instantSchema } from '../time/instant.ts'
import { spanProblem } from '../time/span.ts'
import { timeZoneSchema } from '../time/time-zone.ts'
import { lineSchema, multilineSchema, optionalLineSchema } from '../wire/text.ts'
import { reminderOffsetsSchema } from '../reminders/reminder-offsets.ts'
import { recurrenceSchema } from '../recurrence/recurrence-schema.ts'
import { type Answer, ANSWERS, EVENT_STATUSES, SCOPES, SHOWS_AS } from './event.ts'
import { factsSchema } from './facts-schema.ts'
import { meetingLinkSchema } from './meeting-link.ts'

const MAX_PARTICIPANTS = 500

const participantInput = z.strictObject({
  email: emailSchema,
  name: optionalLineSchema(100).optional(),
  isOptional: z.boolean().optional(),
})
export type ParticipantInput = z.output<typeof participantInput>

const participantsInput = z
  .array(participantInput)
  .max(MAX_PARTICIPANTS, `Expected at most ${MAX_PARTICIPANTS} participants.`)
  .superRefine((participants, context) => {
    const seen = new Set<string>()
    for (const [index, { email }] of participants.entries()) {
      if (seen.has(email))
        context.addIssue({ code: 'custom', path: [index, 'email'], message: `${email} is already a participant.` })
      seen.add(email)
    }
  })

const fields = {
  title: lineSchema(200),
  startsAt: instantSchema,
  endsAt: instantSchema,
  participants: participantsInput,
  description: multilineSchema(2000).optional(),
  allDay: z.boolean().optional(),
  timeZone: timeZoneSchema.optional(),
  location: optionalLineSchema(500).optional(),
  meetingLink: meetingLinkSchema.optional(),
  showsAs: z.enum(SHOWS_AS).optional(),
  /** Null for what each participant has set for themselves. */
  reminderOffsetsMinutes: reminderOffsetsSchema.nullable().optional(),
  /** RRULE, RDATE and EXDATE lines (RFC 5545), or a bare rule; null for none. */
  recurrence: recurrenceSchema.nullable().optional(),
}

/** `flag` stores an overlapping event as CONFLICT, `reject` refuses it. */
const onConflict = z.enum(['flag', 'reject']).default('flag')

const suggestionInput = z.strictObject({
  score: z.number().min(0).max(100),
  reasons: z
    .array(
      z.strictObject({
        rule: lineSchema(64),
        points: z.number(),
        facts: factsSchema,
      }),
    )
    .max(32),
})

export const createEventInput = z
  .strictObject({
    ...fields,
    onConflict,
    /** A repeated call with the same key answers with the event that the first call made. */
    idempotencyKey: lineSchema(200).optional(),
    suggestion: suggestionInput.optional(),
  })
  .superRefine(checkSpan)
export type CreateEventInput = z.output<typeof createEventInput>

const versionInput = { id: z.uuid(), version: z.int().positive(), scope: z.enum(SCOPES).optional() }

export const updateEventInput = z
  .strictObject({
    ...versionInput,
    ...z.object(fields).partial().shape,
    onConflict,
    /** SCHEDULED takes a cancelled event back, CONFIRMED marks it as certain; both are checked for conflicts. */
    status: z.enum(['SCHEDULED', 'CONFIRMED']).optional(),
  })
  .superRefine(checkSpan)
export type UpdateEventInput = z.output<typeof updateEventInput>

export const eventVersionInput = z.strictObject(versionInput)
export type EventVersionInput = z.output<typeof eventVersionInput>

/** A participant's own answer; taking it back to `pending` is not one. */
export const respondInput = z
  .strictObject({
    id: z.uuid().optional(),
    /** From the link in an invitation; whoever has it needs no account. */
    token: z.string().max(200).optional(),
    status: z.enum(ANSWERS),
    /** With `id`: for one occurrence of a series, or for all of them. */
    scope: z.enum(['this', 'all']).optional(),
  })
  .refine(({ id, token }) => (id === undefined) !== (token === undefined), {
    path: ['id'],
    error: 'Expected either `id` or `token`.',
    // Also said where another field is wrong, so that all is said at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .refine(({ token, scope }) => token === undefined || scope === undefined, {
    path: ['scope'],
    error: 'The invitation says how far its answer goes.',
  })
  .transform(({ id = '', token, status, scope }): RespondInput | TokenAnswerInput =>
    token === undefined ? { id, status, scope } : { token, status },
  )

export interface RespondInput {
  id: string
  status: Answer
  scope?: 'this' | 'all' | undefined
}

export interface TokenAnswerInput {
  token: string
  status: Answer
}

export const invitationInput = z.strictObject({ token: z.string().max(200) })
export type InvitationInput = z.output<typeof invitationInput>

export const getEventInput = z.strictObject({ id: z.uuid() })

export const listEventsInput = z
  .strictObject({
    from: instantSchema,
    to: instantSchema,
    userIds: z.array(z.uuid()).min(1).max(500).optional(),
    statuses: z.array(z.enum(EVENT_STATUSES)).min(1).optional(),
  })
  .superRefine(checkRange)
export type ListEventsInput = z.output<typeof listEventsInput>

export const conflictsInput = z
  .strictObject({
    startsAt: instantSchema,
    endsAt: instantSchema,
    participants: z.array(emailSchema).min(1).max(MAX_PARTICIPANTS),
    excludeEventId: z.uuid().optional(),
    /** With a recurrence, every occurrence is looked at; `timeZone` is the zone in which it repeats. */
    recurrence: recurrenceSchema.optional(),
    timeZone: timeZoneSchema.optional(),
    allDay: z.boolean().optional(),
    excludeSeriesId: z.uuid().optional(),
  })
  .superRefine(checkSpan)
export type ConflictsInput = z.output<typeof conflictsInput>

type Bound = z.output<typeof instantSchema> | undefined

function checkSpan({ startsAt, endsAt }: { startsAt?: Bound; endsAt?: Bound }, context: z.RefinementCtx): void {
  const problem = startsAt && endsAt && spanProblem({ startsAt, endsAt })
  if (problem) context.addIssue({ code: 'custom', path: ['endsAt'], message: problem })
}

function checkRange({ from, to }: { from: Bound; to: Bound }, context: z.RefinementCtx): void {
  const problem = from && to && spanProblem({ startsAt: from, endsAt: to })
  if (problem) context.addIssue({ code: 'custom', path: ['to'], message: problem })
}
