import { defaultAvailability } from '@astralis/core/availability/availability'
import type { DayOfWeek } from '@astralis/core/time/working-hours'
import { expect, test } from 'vitest'
import { weekText } from './week-text.ts'

const rule = (dayOfWeek: DayOfWeek, startTime: string, endTime: string, isActive = true) => ({
  dayOfWeek,
  startTime,
  endTime,
  isActive,
})

test('D1: a week of hours in a few words, days with the same hours together', () => {
  expect(weekText(defaultAvailability('UTC').rules, 'en-GB')).toBe('Mon–Fri 09:00–17:00')
  expect(weekText(defaultAvailability('UTC').rules, 'en-US')).toBe('Mon–Fri 9:00 AM–5:00 PM')
  const split = [
    rule(1, '13:00', '17:00'),
    rule(1, '09:00', '12:00'),
    rule(2, '18:00', '24:00'),
    rule(4, '09:00', '12:00'),
  ]
  expect(weekText(split, 'en-GB')).toBe('Mon 09:00–12:00 and 13:00–17:00, Tue 18:00–00:00, Thu 09:00–12:00')
  expect(weekText([rule(1, '09:00', '17:00'), rule(2, '09:00', '17:00')], 'en-GB')).toBe('Mon, Tue 09:00–17:00')
  expect(weekText([rule(1, '09:00', '17:00', false)], 'en-GB')).toBe('')
})
