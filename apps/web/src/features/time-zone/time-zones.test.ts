import { isTimeZone } from '@astralis/core/time/time-zone'
import { expect, test } from 'vitest'
import { nameOfToday, TIME_ZONES } from './time-zones.ts'

test('D1: cities are found by the names they have today, and every name is one that the server takes', () => {
  for (const name of ['Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh', 'UTC']) expect(TIME_ZONES).toContain(name)
  expect(nameOfToday('Asia/Calcutta')).toBe('Asia/Kolkata')
  expect(nameOfToday('Europe/Berlin')).toBe('Europe/Berlin')
  expect(TIME_ZONES.filter((name) => !isTimeZone(name))).toEqual([])
  expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length)
})
