import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../router.ts'

/** What each procedure answers with, as it is on the wire: Temporal values are text there. */
type Outputs = inferRouterOutputs<AppRouter>

/** Each procedure by its path: `events.list`. */
export type ProcedurePath = {
  [Area in keyof Outputs]: `${Area}.${Extract<keyof Outputs[Area], string>}`
}[keyof Outputs]

export type AnswerOf<Path extends ProcedurePath> = Path extends `${infer Area}.${infer Verb}`
  ? Area extends keyof Outputs
    ? Verb extends keyof Outputs[Area]
      ? OneOf<Outputs[Area][Verb]>
      : never
    : never
  : never

/** Of a stream, what each of its messages says. */
type OneOf<Answer> = Answer extends AsyncIterable<{ id: string; data: infer Said }> ? Said : Answer
