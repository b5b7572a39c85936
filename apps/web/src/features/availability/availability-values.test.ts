import type { AvailabilityRule } from '@astralis/core/availability/availability'
import type { DayOfWeek } from '@astralis/core/time/working-hours'
import { expect, test } from 'vitest'
import {
  copiedTo,
  inOrder,
  isSame,
  problemsOf,
  withDay,
  withRange,
  type AvailabilityValues,
} from './availability-values.ts'

function rule(dayOfWeek: DayOfWeek, startTime: string, endTime: string, isActive = true): AvailabilityRule {
  return { dayOfWeek, startTime, endTime, isActive }
}

function values(rules: AvailabilityRule[]): AvailabilityValues {
  return { timeZone: 'Europe/Berlin', rules, overrides: [], bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
}

test('D4: a day copied to others replaces their hours and leaves the rest', () => {
  const rules = [
    rule(1, '09:00', '12:00'),
    rule(1, '13:00', '18:00', false),
    rule(2, '10:00', '11:00'),
    rule(3, '07:00', '08:00'),
  ]
  expect(inOrder(values(copiedTo(rules, 1, [2, 7]))).rules).toEqual([
    rule(1, '09:00', '12:00'),
    rule(1, '13:00', '18:00', false),
    rule(2, '09:00', '12:00'),
    rule(2, '13:00', '18:00', false),
    rule(3, '07:00', '08:00'),
    rule(7, '09:00', '12:00'),
    rule(7, '13:00', '18:00', false),
  ])
  expect(copiedTo(rules, 6, [1])).toEqual([rule(2, '10:00', '11:00'), rule(3, '07:00', '08:00')])
})

test('D1: switching a day off keeps its hours, switching an empty one on gives it some', () => {
  const rules = [rule(1, '09:00', '12:00'), rule(2, '10:00', '11:00')]
  const off = withDay(rules, 1, false)
  expect(off).toEqual([rule(1, '09:00', '12:00', false), rule(2, '10:00', '11:00')])
  expect(withDay(off, 1, true)).toEqual(rules)
  expect(withDay(rules, 6, true)).toEqual([...rules, rule(6, '09:00', '17:00')])
  expect(withRange(rules, 1)).toEqual([...rules, rule(1, '12:00', '13:00')])
})

test('D4: problems are named after the place of the range in the form', () => {
  expect(problemsOf(values([rule(1, '09:00', '12:00'), rule(1, '11:00', '13:00')]))).toEqual({
    'rules.1.startTime': 'Overlaps with another range.',
  })
  expect(problemsOf(values([rule(1, '', '12:00')]))).toHaveProperty(['rules.0.startTime'])
  expect(problemsOf({ ...values([]), bufferAfterMinutes: Number.NaN })).toHaveProperty('bufferAfterMinutes')
})

test('D4: the same hours in another order are no change', () => {
  const rules = [rule(1, '09:00', '12:00'), rule(2, '10:00', '11:00')]
  expect(isSame(values(rules), values(rules.toReversed()))).toBe(true)
  expect(isSame(values(rules), values(withDay(rules, 1, false)))).toBe(false)
})
