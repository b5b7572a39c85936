import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { dayOfMonth, firstDayOf, januaryOf, monthNumber, monthOf, weekdayOf, weekOf } from './calendar-days.ts'
import { WEEKDAYS } from './recurrence-rule.ts'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const daysTo = (date: Temporal.PlainDate) => EPOCH.until(date).days

describe('B5: the calendar in numbers', () => {
  it('is that of Temporal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), fc.constantFrom(...WEEKDAYS), (day, weekday) => {
        const date = EPOCH.add({ days: day })
        const month = monthOf(day)
        expect(month).toBe(date.year * 12 + date.month - 1)
        expect(firstDayOf(month)).toBe(daysTo(date.with({ day: 1 })))
        expect(januaryOf(month)).toBe(date.year * 12)
        expect([monthNumber(day), dayOfMonth(day)]).toEqual([date.month, date.day])
        expect(weekdayOf(day)).toBe(WEEKDAYS[date.dayOfWeek - 1])
        expect(weekdayOf(weekOf(day, weekday))).toBe(weekday)
        expect(day - weekOf(day, weekday)).toBeLessThan(7)
        expect(day).toBeGreaterThanOrEqual(weekOf(day, weekday))
      }),
    )
  })
})
