import type { Inputs } from '../../lib/trpc.ts'

export type Answer = Inputs['events']['respond']['status']

/** In the order of the buttons. */
export const ANSWERS = ['accepted', 'tentative', 'declined'] as const satisfies Answer[]

export function isAnswer(value: unknown): value is Answer {
  return ANSWERS.some((answer) => answer === value)
}
