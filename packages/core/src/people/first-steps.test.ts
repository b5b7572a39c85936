import { expect, test } from 'vitest'
import { FIRST_STEPS, nextFirstStep, planFirstSteps } from './first-steps.ts'
import { ROLES } from './role.ts'

const NOTHING = { HOURS: false, CALENDAR: false, COLLEAGUES: false, MEETING: false }

test('H1, H2: only whoever may invite is asked to', () => {
  const asked = ROLES.filter((role) => planFirstSteps(role, NOTHING).some(({ name }) => name === 'COLLEAGUES'))
  expect(asked).toEqual(['ADMIN'])
})

test.each([
  { done: [], next: 'HOURS' },
  { done: ['HOURS'], next: 'CALENDAR' },
  { done: ['HOURS', 'COLLEAGUES'], next: 'MEETING' },
  { done: ['MEETING'], next: 'HOURS' },
  { done: ['HOURS', 'COLLEAGUES', 'MEETING'], next: 'CALENDAR' },
  { done: FIRST_STEPS, next: null },
])('H1: after $done comes $next', ({ done, next }) => {
  const facts = { ...NOTHING, ...Object.fromEntries(done.map((name) => [name, true])) }
  expect(nextFirstStep(planFirstSteps('ADMIN', facts))).toBe(next)
})
