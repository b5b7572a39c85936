import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeRecurrence } from './describe-recurrence.ts'
import { sample, ZONES } from './testing/recurrence-arbitrary.ts'

/** Of a series that begins on Tuesday, 10 March 2026. */
const describeIn = (locale: string, rules: string) =>
  describeRecurrence({ startsAt: '2026-03-10T09:00:00', timeZone: 'Europe/Berlin', rules }, locale)

describe('B5: a series in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=DAILY;INTERVAL=2', 'every other day'],
    ['FREQ=DAILY;INTERVAL=3;COUNT=5', 'every 3 days, 5 times'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU', 'every other day if it is a Monday or Tuesday'],
    ['FREQ=DAILY;BYMONTH=12', 'every day in December'],
    ['FREQ=DAILY;BYHOUR=9,17', 'every day, twice a day'],
    ['FREQ=WEEKLY', 'every Tuesday'],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=10', 'every Tuesday, 10 times'],
    ['FREQ=WEEKLY;WKST=SU;COUNT=1;BYDAY=TU', 'every Tuesday, once'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday'],
    ['FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA', 'every day'],
    ['FREQ=WEEKLY;BYDAY=SU,SA', 'every Saturday and Sunday'],
    ['FREQ=WEEKLY;BYDAY=TU;BYMONTH=6,7', 'every Tuesday in June and July'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'every other Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'every other week on Monday and Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR', 'every weekday of every other week'],
    ['FREQ=WEEKLY;INTERVAL=3', 'every 3 weeks on Tuesday'],
    ['FREQ=WEEKLY;BYMONTHDAY=10', 'every week on selected days'],
    ['FREQ=MONTHLY', 'every month on the 10th'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1st and 15th'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,-1', 'every month on the 1st and the last day'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31', 'every 3 months on the 31st'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', 'every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'every month on the last Friday'],
    ['FREQ=MONTHLY;BYDAY=-2FR', 'every month on the second to last Friday'],
    ['FREQ=MONTHLY;BYDAY=1MO,3MO', 'every month on the first and third Monday'],
    ['FREQ=MONTHLY;BYDAY=1MO,-1FR', 'every month on the first Monday and the last Friday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month on the last weekday'],
    ['FREQ=MONTHLY;BYDAY=SU,SA;BYSETPOS=1', 'every month on the first weekend day'],
    ['FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1', 'every month on the last day'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', 'every month on the first Monday or Tuesday'],
    ['FREQ=MONTHLY;BYDAY=TU', 'every Tuesday'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=TU', 'every Tuesday of every other month'],
    ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', 'every Friday the 13th'],
    ['FREQ=MONTHLY;BYMONTH=3,9;BYDAY=2SU', 'every year on the second Sunday of March and September'],
    ['FREQ=MONTHLY;INTERVAL=5;BYMONTH=3,9', 'every 5 months on selected days'],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'every year on the fourth Thursday of November'],
    ['FREQ=YEARLY;BYDAY=SU;BYMONTH=3;BYSETPOS=-1', 'every year on the last Sunday of March'],
    ['FREQ=YEARLY;BYDAY=TU;BYMONTH=3', 'every Tuesday in March'],
    ['FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1', 'every year on the 1st of January and July'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'every year on the last day of February'],
    ['FREQ=YEARLY;BYDAY=20MO', 'every year on the 20th Monday of the year'],
    ['FREQ=YEARLY;BYWEEKNO=20', 'every year on Tuesday of week 20'],
    ['FREQ=YEARLY;BYWEEKNO=1,20;BYDAY=MO,TU,WE,TH,FR', 'every year on every weekday of weeks 1 and 20'],
    ['FREQ=YEARLY;BYYEARDAY=100,-1', 'every year on the 100th and last day of the year'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8', 'every 4 years on selected days'],
    [
      'FREQ=WEEKLY;BYDAY=MO,WE\nEXDATE:20260316T090000\nEXDATE;VALUE=DATE:20260318',
      'every Monday and Wednesday, except 2 dates',
    ],
    [
      'FREQ=WEEKLY;COUNT=2\nRDATE:20260401T090000\nEXDATE:20260317T090000',
      'every Tuesday, twice, and on 1 more date, except 1 date',
    ],
    ['RDATE:20260401T090000,20260402T090000', 'on 3 dates'],
    ['RDATE:20260401T090000\nEXDATE:20260310T090000', 'on 1 date'],
  ])('%s', (rules, expected) => {
    expect(describeIn('en-GB', rules)).toBe(expected)
    expect(describeIn('en-US', rules)).toBe(expected)
  })

  it.each([
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270312T225959Z',
      'every other Tuesday until 12 March 2027',
      'every other Tuesday until March 12, 2027',
    ],
    ['FREQ=DAILY;UNTIL=20260320', 'every day until 20 March 2026', 'every day until March 20, 2026'],
    // Midnight is before nine o'clock: the last one is on the day before.
    ['FREQ=DAILY;UNTIL=20260320T000000Z', 'every day until 19 March 2026', 'every day until March 19, 2026'],
    ['FREQ=DAILY;UNTIL=20260320T080000Z', 'every day until 20 March 2026', 'every day until March 20, 2026'],
    ['FREQ=WEEKLY;BYDAY=FR,MO,WE', 'every Monday, Wednesday and Friday', 'every Monday, Wednesday, and Friday'],
    ['FREQ=YEARLY', 'every year on 10 March', 'every year on March 10'],
    ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12', 'every year on 12 March', 'every year on March 12'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', 'every 4 years on 29 February', 'every 4 years on February 29'],
    [
      'FREQ=WEEKLY;UNTIL=20260401\nEXDATE:20260317T090000',
      'every Tuesday until 1 April 2026, except 1 date',
      'every Tuesday until April 1, 2026, except 1 date',
    ],
  ])('as each country writes dates and lists: %s', (rules, british, american) => {
    expect(describeIn('en-GB', rules)).toBe(british)
    expect(describeIn('en-US', rules)).toBe(american)
  })

  it('is there for a date that never comes', () => {
    const series = { startsAt: '2026-03-31T09:00:00', timeZone: 'UTC', rules: 'FREQ=YEARLY;BYMONTH=2' }
    expect(describeRecurrence(series, 'en-GB')).toBe('every year on the 31st of February')
  })

  it('names days in the language of the reader', () => {
    expect(describeIn('de', 'FREQ=WEEKLY;BYDAY=MO,WE')).toBe('every Montag and Mittwoch')
  })

  it('is there for every series', () => {
    fc.assert(
      fc.property(sample({ timeZones: ZONES }), fc.constantFrom('en-GB', 'en-US', 'de', 'ja'), ({ series }, locale) => {
        const words = describeRecurrence(series, locale)
        expect(words).toMatch(/^(every|on) \S/)
        expect(words).not.toMatch(/undefined|null|NaN|never| {2}| ,|\b(\d*1[123](st|nd|rd)|0th)\b/)
      }),
      { numRuns: 150 },
    )
  })
})
