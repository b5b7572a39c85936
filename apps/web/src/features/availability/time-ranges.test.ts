import { expect, test } from 'vitest'
import { fromField, isWhole, nextRange, rangeNote, toField } from './time-ranges.ts'

const range = (startTime: string, endTime: string) => ({ startTime, endTime })

test('D1: the end of a day is 24:00 for the server and 00:00 for a time field', () => {
  expect(toField('24:00')).toBe('00:00')
  expect(fromField('00:00')).toBe('24:00')
  expect(toField(fromField('17:30'))).toBe('17:30')
})

test('D1: what the times alone do not say is said in words', () => {
  expect(rangeNote(range('09:00', '17:00'), 'on Tuesday')).toBeNull()
  expect(rangeNote(range('18:00', '24:00'), 'on Tuesday')).toBe('Until midnight')
  expect(rangeNote(range('00:00', '24:00'), 'on Tuesday')).toBe('All day')
  expect(rangeNote(range('22:00', '06:00'), 'on Tuesday')).toBe('Overnight, ends on Tuesday')
  expect(rangeNote(range('', '06:00'), 'on Tuesday')).toBeNull()
  expect(isWhole(range('09:00', '09:00'))).toBe(false)
})

test('D4: one more range goes after the last, else where there is room, without overlapping', () => {
  expect(nextRange([])).toEqual(range('09:00', '17:00'))
  expect(nextRange([range('09:00', '12:30')])).toEqual(range('13:00', '14:00'))
  expect(nextRange([range('09:00', '24:00')])).toEqual(range('00:00', '01:00'))
  expect(nextRange([range('08:00', '23:00')])).toEqual(range('23:00', '24:00'))
  expect(nextRange([range('22:00', '06:00')])).toEqual(range('06:00', '07:00'))
})
