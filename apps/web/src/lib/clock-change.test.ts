import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { clockChangeOn, clockChangeText, durationText } from './clock-change.ts'

function textOn(date: string, timeZone: string): string | null {
  const change = clockChangeOn(Temporal.PlainDate.from(date), timeZone)
  return change && clockChangeText(change, 'en-GB')
}

test('D3: a change of the clocks is said with its direction, size and time of the day', () => {
  expect(textOn('2031-03-30', 'Europe/Berlin')).toBe('Clocks go forward 1 hour at 02:00')
  expect(textOn('2026-10-25', 'Europe/Berlin')).toBe('Clocks go back 1 hour at 03:00')
  expect(textOn('2026-04-05', 'Australia/Lord_Howe')).toBe('Clocks go back 30 minutes at 02:00')
  expect(textOn('2026-09-06', 'America/Santiago')).toBe('Clocks go forward 1 hour at 00:00')
  expect(textOn('2026-04-04', 'America/Santiago')).toBe('Clocks go back 1 hour at 00:00')
})

test('D3: days without a change, and zones without any, have nothing to say', () => {
  expect(textOn('2031-03-29', 'Europe/Berlin')).toBeNull()
  expect(textOn('2031-03-31', 'Europe/Berlin')).toBeNull()
  expect(textOn('2026-04-05', 'America/Santiago')).toBeNull()
  expect(textOn('2031-03-30', 'Asia/Kolkata')).toBeNull()
})

test('minutes are said as people say them', () => {
  expect([15, 60, 90, 120, 1380].map(durationText)).toEqual([
    '15 minutes',
    '1 hour',
    '1 hour 30 minutes',
    '2 hours',
    '23 hours',
  ])
})
