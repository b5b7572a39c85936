import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadTimeProblems } from './lead-time-problems.ts'
import { leadTimesText } from './lead-time-text.ts'
import { leadTimeOf, minutesOf, type LeadTime } from './lead-time.ts'
import { nextLeadTime } from './next-lead-time.ts'

const FOUR_WEEKS = 40_320

test('F2: a lead time is shown in its largest whole unit and means the same minutes', () => {
  expect([0, 45, 60, 90, 1440, 4320, 10_080].map(leadTimeOf)).toEqual([
    { amount: 0, unit: 'minutes' },
    { amount: 45, unit: 'minutes' },
    { amount: 1, unit: 'hours' },
    { amount: 90, unit: 'minutes' },
    { amount: 1, unit: 'days' },
    { amount: 3, unit: 'days' },
    { amount: 1, unit: 'weeks' },
  ])
  fc.assert(fc.property(fc.nat(FOUR_WEEKS), (minutes) => minutesOf(leadTimeOf(minutes)) === minutes))
})

test('F2: lead times are said in words, the earliest first', () => {
  expect(leadTimesText([60, 1440])).toBe('1 day and 1 hour before')
  expect(leadTimesText([10, 10_080, 120])).toBe('1 week, 2 hours, and 10 minutes before')
  expect(leadTimesText([0, 60])).toBe('1 hour before and at the start')
  expect(leadTimesText([0])).toBe('at the start')
})

test('F2: one more reminder is at a time that is not in the list yet', () => {
  const added = Array.from({ length: 5 }).reduce<LeadTime[]>((list) => [...list, nextLeadTime(list)], [])
  expect(leadTimeProblems(added)).toEqual({})
  expect(nextLeadTime([{ amount: 24, unit: 'hours' }])).toEqual({ amount: 1, unit: 'hours' })
})

test('F2: what is there twice, in whatever unit, and what is no length are named at their place', () => {
  const twice: LeadTime[] = [
    { amount: 1, unit: 'hours' },
    { amount: 60, unit: 'minutes' },
  ]
  expect(leadTimeProblems(twice)).toEqual({ 1: 'There is a reminder at this time already.' })
  for (const amount of [Number.NaN, -1, 5, 0.1234])
    expect(Object.keys(leadTimeProblems([{ amount, unit: 'weeks' }]))).toEqual(['0'])
})
