import type { z } from 'zod'
import type { AnswerOf, ProcedurePath } from './answer-of.ts'
import { accountAnswers } from './answers/account-answers.ts'
import { activityAnswers } from './answers/activity-answers.ts'
import { authAnswers } from './answers/auth-answers.ts'
import { availabilityAnswers } from './answers/availability-answers.ts'
import { connectionAnswers } from './answers/connection-answers.ts'
import { eventAnswers } from './answers/event-answers.ts'
import { liveAnswers } from './answers/live-answers.ts'
import { mailAnswers } from './answers/mail-answers.ts'
import { memberAnswers } from './answers/member-answers.ts'
import { schedulingAnswers } from './answers/scheduling-answers.ts'
import { tokenAnswers } from './answers/token-answers.ts'
import type { SameType } from './same-type.ts'

const schemas = {
  ...authAnswers,
  ...accountAnswers,
  ...memberAnswers,
  ...tokenAnswers,
  ...activityAnswers,
  ...eventAnswers,
  ...schedulingAnswers,
  ...availabilityAnswers,
  ...mailAnswers,
  ...connectionAnswers,
  ...liveAnswers,
}

/** Holds only where a schema says exactly what its procedure answers with: neither less nor more. */
type Exact<Schema, Answer> =
  Schema extends z.ZodType<infer Documented>
    ? SameType<Documented, Answer> extends true
      ? Schema
      : { documented: Documented; answered: Answer }
    : never

type Exactly<Schemas> = {
  [Path in ProcedurePath]: Exact<Path extends keyof Schemas ? Schemas[Path] : never, AnswerOf<Path>>
}

/**
 * What every procedure answers with, for the OpenAPI document and for tests; nothing is checked by it at run time. It does
 * not compile while a schema is missing, or differs from what the router's types say.
 */
export const ANSWERS = schemas satisfies Exactly<typeof schemas>
