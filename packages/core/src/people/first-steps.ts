import { reachOf } from '../access/access-table.ts'
import type { Role } from './role.ts'

/** What a new member is led through, in this order. */
export const FIRST_STEPS = ['HOURS', 'CALENDAR', 'COLLEAGUES', 'MEETING'] as const
export type FirstStepName = (typeof FIRST_STEPS)[number]

export interface FirstStep {
  name: FirstStepName
  isDone: boolean
}

/** The steps that concern somebody, by what is known to have happened: nobody is asked to do what they would be refused. */
export function planFirstSteps(role: Role, done: Record<FirstStepName, boolean>): FirstStep[] {
  const mayInvite = reachOf(role, 'members.invite') !== 'none'
  return FIRST_STEPS.filter((name) => name !== 'COLLEAGUES' || mayInvite).map((name) => ({ name, isDone: done[name] }))
}

/** The step to take next: the first open one after the last that was done, because what was passed over was skipped. */
export function nextFirstStep(steps: readonly FirstStep[]): FirstStepName | null {
  const last = steps.findLastIndex(({ isDone }) => isDone)
  const open = (step: FirstStep) => !step.isDone
  return (steps.slice(last + 1).find(open) ?? steps.find(open))?.name ?? null
}
