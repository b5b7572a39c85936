import { z } from 'zod'
import { instantSchema } from '../time/instant.ts'
import { spanProblem } from '../time/span.ts'

/** How many people are shown side by side. */
export const MAX_TEAM = 100
const MAX_DAYS = 14
/** What a change of the clock can add to them. */
const CLOCK_CHANGE_HOURS = 3

const PEOPLE = `Expected from 1 to ${MAX_TEAM} people.`

export const teamInput = z
  .strictObject({
    /** Those who are no active members of the organization are left out; by default all are meant. */
    userIds: z.array(z.uuid()).min(1, PEOPLE).max(MAX_TEAM, PEOPLE).optional(),
    from: instantSchema,
    to: instantSchema,
  })
  .superRefine(({ from, to }, context) => {
    const problem = spanProblem({ startsAt: from, endsAt: to }) ?? lengthProblem(from.until(to).total('hours'))
    if (problem) context.addIssue({ code: 'custom', path: ['to'], message: problem })
  })
export type TeamInput = z.output<typeof teamInput>

function lengthProblem(hours: number): string | null {
  return hours > MAX_DAYS * 24 + CLOCK_CHANGE_HOURS ? `Expected at most ${MAX_DAYS} days.` : null
}
