import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { spanOfDates, startOfWeek, stepDate, visibleDates } from './visible-range.ts'

const MONDAY = 1
const SUNDAY = 7
const date = (text: string) => Temporal.PlainDate.from(text)
const range = (...args: Parameters<typeof visibleDates>) => {
  const { first, last } = visibleDates(...args)
  return `${first.toString()}/${last.toString()}`
}

test('B6: a week begins where the region says', () => {
  expect(startOfWeek(date('2031-06-10'), MONDAY).toString()).toBe('2031-06-09')
  expect(startOfWeek(date('2031-06-10'), SUNDAY).toString()).toBe('2031-06-08')
  expect(startOfWeek(date('2031-06-08'), SUNDAY).toString()).toBe('2031-06-08')
})

test('B6: a view shows its day, its week, or whole weeks of its month', () => {
  expect(range('day', date('2031-06-10'), MONDAY)).toBe('2031-06-10/2031-06-10')
  expect(range('week', date('2031-06-15'), MONDAY)).toBe('2031-06-09/2031-06-15')
  expect(range('month', date('2031-06-10'), MONDAY)).toBe('2031-05-26/2031-07-06')
  expect(range('month', date('2027-02-10'), MONDAY)).toBe('2027-02-01/2027-02-28')
})

test('B6: the span of days has 23 hours where the clock changes', () => {
  const day = date('2031-03-30')
  expect(spanOfDates({ first: day, last: day }, 'Europe/Berlin')).toEqual({
    from: '2031-03-29T23:00:00Z',
    to: '2031-03-30T22:00:00Z',
  })
})

test('B6: a month on from the 31st is the last of the next month', () => {
  expect(stepDate('month', date('2031-01-31'), 1).toString()).toBe('2031-02-28')
  expect(stepDate('week', date('2031-01-01'), -1).toString()).toBe('2030-12-25')
})
