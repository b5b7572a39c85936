import { z } from 'zod'
import { emailSchema } from '../people/email.ts'
import { instantSchema } from '../time/instant.ts'
import { spanProblem } from '../time/span.ts'
import { recurrenceSchema } from '../recurrence/recurrence-schema.ts'
import { HORIZON_MONTHS } from '../series/horizon-months.ts'
import { timeZoneSchema } from '../time/time-zone.ts'
import { TIMES_OF_DAY } from './suggestion.ts'

const MAX_PEOPLE = 10_000
/** What a search can cost: people times days. */
const MAX_PERSON_DAYS = 400_000
/** What a search can look at: starts in the range. */
const MAX_STARTS = 60_000
const MAX_LIMIT = 20

/** A bare address is somebody who is required. */
const attendee = z.preprocess(
  (value) => (typeof value === 'string' ? { email: value } : value),
  z.strictObject({ email: emailSchema, isOptional: z.boolean().default(false) }),
)

const DURATION = 'Expected whole minutes from 15 to 480.'
const STEP = 'Expected whole minutes from 5 to 1440.'
const LIMIT = `Expected a number from 1 to ${MAX_LIMIT}.`

const fields = {
  participants: z
    .array(attendee)
    .min(1, 'Expected at least one person.')
    .max(MAX_PEOPLE, `Expected at most ${MAX_PEOPLE} people.`),
  durationMinutes: z.int(DURATION).min(15, DURATION).max(480, DURATION),
  range: z.strictObject({ from: instantSchema, to: instantSchema }),
  /** The zone of the grid, and of `timeOfDay`. */
  timeZone: timeZoneSchema,
  timeOfDay: z.enum(TIMES_OF_DAY).optional(),
  stepMinutes: z.int(STEP).min(5, STEP).max(1440, STEP).default(30),
  /** One RRULE (RFC 5545): the meeting repeats, and times that hold for every occurrence come first. */
  recurrence: recurrenceSchema.optional(),
  limit: z.int(LIMIT).min(1, LIMIT).max(MAX_LIMIT, LIMIT).default(5),
}

export const suggestInput = z.strictObject(fields).superRefine(checkSize)
export type SuggestInput = z.output<typeof suggestInput>

export const explainInput = z.strictObject({ ...fields, startsAt: instantSchema }).superRefine(checkSize)
export type ExplainInput = z.output<typeof explainInput>

const DAY_MILLISECONDS = 86_400_000

function checkSize(
  {
    participants,
    range,
    stepMinutes,
    recurrence,
  }: Pick<SuggestInput, 'participants' | 'range' | 'stepMinutes' | 'recurrence'>,
  context: z.RefinementCtx,
): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['range', 'to'], message })
  const problem = spanProblem({ startsAt: range.from, endsAt: range.to })
  if (problem) return refuse(problem)
  const days = (range.to.epochMilliseconds - range.from.epochMilliseconds) / DAY_MILLISECONDS
  const maxPeople = Math.floor(MAX_PERSON_DAYS / (days + HORIZON_MONTHS * 31))
  if (recurrence !== undefined && participants.length > maxPeople)
    return context.addIssue({
      code: 'custom',
      path: ['participants'],
      message: `Expected at most ${maxPeople} people for a meeting that repeats.`,
    })
  const maxDays = Math.floor(MAX_PERSON_DAYS / participants.length)
  if (days > maxDays) refuse(`Expected at most ${maxDays} days for ${participants.length} people.`)
  else if ((days * 1440) / stepMinutes > MAX_STARTS)
    refuse(`Expected at most ${Math.floor((MAX_STARTS * stepMinutes) / 1440)} days in steps of ${stepMinutes} minutes.`)
}
