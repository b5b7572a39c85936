import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandRecurrence } from './expand-recurrence.ts'
import { formatRecurrence, parseRecurrence } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { sample, ZONES } from './testing/recurrence-arbitrary.ts'

const DAY = 86_400_000
const START = { startsAt: '2026-03-10T09:00:00', timeZone: 'Europe/Berlin' }

const parse = (rules: string) => parseRecurrence({ ...START, rules })
const canonical = (rules: string) => formatRecurrence(parse(rules)).split('\n')

describe('B5: the lines of a series', () => {
  it('say after writing what they said before', () => {
    fc.assert(
      fc.property(sample({ timeZones: ZONES }), ({ series, recurrence }) => {
        const read = parseRecurrence(series)
        // One weekday by BYSETPOS is read as what it means.
        const isOneByPosition = recurrence.rule?.numbers.BYSETPOS !== undefined && recurrence.rule.days.length === 1
        expect(read).toEqual(isOneByPosition ? read : recurrence)
        expect(parseRecurrence({ ...series, rules: formatRecurrence(read) })).toEqual(read)
      }),
      { numRuns: 120 },
    )
  })

  it.each([
    ['a bare rule', 'FREQ=WEEKLY', ['RRULE:FREQ=WEEKLY']],
    ['small letters', 'rrule:freq=weekly;byday=tu,we', ['RRULE:FREQ=WEEKLY;BYDAY=TU,WE']],
    [
      'lines of any end, and empty ones',
      '\r\nRRULE:FREQ=DAILY\r\n\nEXDATE:20260311T090000\r',
      ['RRULE:FREQ=DAILY', 'EXDATE:20260311T090000'],
    ],
    ['a folded line', 'RRULE:FREQ=WEEK\r\n LY;COUNT=\n\t3', ['RRULE:FREQ=WEEKLY;COUNT=3']],
    [
      'parts in another order',
      'RRULE:WKST=SU;BYDAY=MO;INTERVAL=2;FREQ=WEEKLY',
      ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU'],
    ],
    ['parts that say nothing', 'FREQ=WEEKLY;INTERVAL=1;WKST=MO', ['RRULE:FREQ=WEEKLY']],
    ['signs and zeros', 'FREQ=MONTHLY;BYDAY=+1TU,-1FR;BYMONTH=03', ['RRULE:FREQ=MONTHLY;BYDAY=1TU,-1FR;BYMONTH=3']],
    ['one thing twice', 'FREQ=WEEKLY;BYDAY=MO,TU,MO;BYMONTH=1,01', ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU;BYMONTH=1']],
    ['a weekday by BYSETPOS', 'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', ['RRULE:FREQ=MONTHLY;BYDAY=2TU']],
    ['and one of a year', 'FREQ=YEARLY;BYDAY=SU;BYMONTH=3;BYSETPOS=-1', ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3']],
    ['an end in UTC', 'FREQ=DAILY;UNTIL=20260401T070000Z', ['RRULE:FREQ=DAILY;UNTIL=20260401T070000Z']],
    ['a local end', 'FREQ=DAILY;UNTIL=20260401T090000', ['RRULE:FREQ=DAILY;UNTIL=20260401T070000Z']],
    ['a date as the end', 'FREQ=DAILY;UNTIL=20260401', ['RRULE:FREQ=DAILY;UNTIL=20260401T215959Z']],
    [
      'times of other zones',
      'RDATE:20260401T070000Z\nRDATE;TZID=America/New_York:20260402T090000',
      ['RDATE:20260401T090000,20260402T150000'],
    ],
    [
      'dates',
      'RDATE;VALUE=DATE:20260401\nEXDATE;VALUE=DATE:20260402,20260401',
      ['RDATE:20260401T090000', 'EXDATE;VALUE=DATE:20260401,20260402'],
    ],
    ['a date twice', 'RDATE:20260401T090000,20260401T090000', ['RDATE:20260401T090000']],
  ])('are written in one form: %s', (_, rules, expected) => {
    expect(canonical(rules)).toEqual(expected)
  })
})

describe('B5: what is no series', () => {
  it.each([
    ['RRULE:FREQ=HOURLY', 'FREQ=HOURLY is not supported: an event repeats at most daily.'],
    ['RRULE:FREQ=MINUTELY', 'FREQ=MINUTELY is not supported: an event repeats at most daily.'],
    ['RRULE:FREQ=SECONDLY;COUNT=3', 'FREQ=SECONDLY is not supported: an event repeats at most daily.'],
    ['RRULE:FREQ=OFTEN', 'Expected FREQ to be DAILY, WEEKLY, MONTHLY or YEARLY.'],
    ['RRULE:COUNT=3', 'Expected FREQ to be DAILY, WEEKLY, MONTHLY or YEARLY.'],
    ['RRULE:', 'Expected parts such as FREQ=WEEKLY, got "".'],
    ['RRULE:FREQ', 'Expected parts such as FREQ=WEEKLY, got "FREQ".'],
    ['RRULE:FREQ=DAILY;', 'Expected parts such as FREQ=WEEKLY, got "".'],
    [
      'RRULE:FREQ=DAILY;COUNT=2001',
      'Expected COUNT to be 1 to 2000, got "2001". More occurrences are not kept; leave COUNT out for an endless series.',
    ],
    ['RRULE:FREQ=DAILY;COUNT=0', 'Expected COUNT to be 1 to 2000, got "0".'],
    ['RRULE:FREQ=DAILY;COUNT=3;UNTIL=20260401', 'Expected COUNT or UNTIL, not both.'],
    ['RRULE:FREQ=DAILY;INTERVAL=0', 'Expected INTERVAL to be 1 to 10000, got "0".'],
    ['RRULE:FREQ=DAILY;INTERVAL=-1', 'Expected INTERVAL to be 1 to 10000, got "-1".'],
    ['RRULE:FREQ=DAILY;INTERVAL=1.5', 'Expected INTERVAL to be 1 to 10000, got "1.5".'],
    ['RRULE:FREQ=DAILY;COLOR=RED', 'COLOR is not a part of a rule that is supported.'],
    ['RRULE:RSCALE=GREGORIAN;FREQ=YEARLY', 'RSCALE is not a part of a rule that is supported.'],
    ['RRULE:FREQ=DAILY;FREQ=WEEKLY', 'Expected FREQ once.'],
    ['RRULE:FREQ=WEEKLY;BYDAY=1TU', 'Expected BYDAY without numbers with FREQ=WEEKLY.'],
    ['RRULE:FREQ=DAILY;BYDAY=-1TU', 'Expected BYDAY without numbers with FREQ=DAILY.'],
    ['RRULE:FREQ=YEARLY;BYDAY=1TU;BYWEEKNO=3', 'Expected BYDAY without numbers beside BYWEEKNO.'],
    ['RRULE:FREQ=WEEKLY;BYDAY=TUE', 'Expected BYDAY such as TU or -1FR, got "TUE".'],
    ['RRULE:FREQ=WEEKLY;BYDAY=XX', 'Expected BYDAY to be of MO, TU, WE, TH, FR, SA and SU, got "XX".'],
    ['RRULE:FREQ=MONTHLY;BYDAY=0MO', 'Expected BYDAY to be 1 to 53 or -53 to -1, got "0".'],
    ['RRULE:FREQ=MONTHLY;BYDAY=54MO', 'Expected BYDAY to be 1 to 53 or -53 to -1, got "54".'],
    ['RRULE:FREQ=WEEKLY;WKST=1', 'Expected WKST to be of MO, TU, WE, TH, FR, SA and SU, got "1".'],
    ['RRULE:FREQ=MONTHLY;BYSETPOS=1', 'Expected another part beside BYSETPOS, such as BYDAY.'],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=32', 'Expected BYMONTHDAY to be 1 to 31 or -31 to -1, got "32".'],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=1,,2', 'Expected BYMONTHDAY to be 1 to 31 or -31 to -1, got "".'],
    ['RRULE:FREQ=YEARLY;BYMONTH=-1', 'Expected BYMONTH to be 1 to 12, got "-1".'],
    ['RRULE:FREQ=DAILY;BYHOUR=24', 'Expected BYHOUR to be 0 to 23, got "24".'],
    ['RRULE:FREQ=DAILY;BYHOUR=-0', 'Expected BYHOUR to be 0 to 23, got "-0".'],
    [
      'RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5',
      'Expected BYHOUR, BYMINUTE and BYSECOND to be at most 24 times of a day.',
    ],
    ['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'Expected BYMONTHDAY to be a day of BYMONTH, got 30 of 2.'],
    [
      'RRULE:FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31,-31',
      'Expected BYMONTHDAY to be a day of BYMONTH, got 31,-31 of 4,6.',
    ],
    [
      'RRULE:FREQ=DAILY;UNTIL=tomorrow',
      'Expected a date or a time such as 20260310 or 20260310T090000Z, got "TOMORROW".',
    ],
    [
      'RRULE:FREQ=DAILY;UNTIL=20260230',
      'Expected a date or a time such as 20260310 or 20260310T090000Z, got "20260230".',
    ],
    ['RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY', 'Expected RRULE once.'],
    ['', 'Expected lines that begin with RRULE, RDATE or EXDATE.'],
    [' \n ', 'Expected lines that begin with RRULE, RDATE or EXDATE.'],
    ['EXDATE:20260311T090000', 'Expected lines that begin with RRULE, RDATE or EXDATE.'],
    ['every week', 'Expected lines that begin with RRULE, RDATE or EXDATE. Got "every week".'],
    [
      'DTSTART:20260310T090000\nRRULE:FREQ=DAILY',
      'Expected lines that begin with RRULE, RDATE or EXDATE. Got "DTSTART:20260310T090000".',
    ],
    [
      'RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY',
      'Expected lines that begin with RRULE, RDATE or EXDATE. Got "EXRULE:FREQ=WEEKLY".',
    ],
    ['RDATE;VALUE=PERIOD:20260401T090000Z/PT1H', 'RDATE as periods is not supported.'],
    ['RDATE:20260401T250000', 'Expected a date or a time such as 20260310 or 20260310T090000Z, got "20260401T250000".'],
    ['RDATE:20261301', 'Expected a date or a time such as 20260310 or 20260310T090000Z, got "20261301".'],
    ['RDATE:', 'Expected a date or a time such as 20260310 or 20260310T090000Z, got "".'],
    [
      'RDATE;TZID=Mars/Olympus:20260401T090000',
      'Expected an IANA time zone such as Europe/Berlin, got "Mars/Olympus".',
    ],
    [`RRULE:FREQ=DAILY\nEXDATE:${'20260311T090000,'.repeat(4400)}`, 'Expected at most 60000 characters.'],
    [`RDATE;VALUE=DATE:${'20260311,'.repeat(2000)}20260311`, 'Expected at most 2000 dates.'],
    [`EXDATE;VALUE=DATE:${'20260311,'.repeat(2000)}20260311`, 'Expected at most 2000 dates.'],
  ])('%j', (rules, message) => {
    expect(() => parse(rules)).toThrow(new RecurrenceError(message))
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'Expected an IANA time zone such as Europe/Berlin, got "Mars/Olympus".'],
    [{ timeZone: '+01:00' }, 'Expected an IANA time zone such as Europe/Berlin, got "+01:00".'],
    [{ startsAt: '2026-03-10T09:00' }, 'Expected a local time such as 2026-03-10T09:00:00, got "2026-03-10T09:00".'],
    [
      { startsAt: '2026-02-30T09:00:00' },
      'Expected a local time such as 2026-03-10T09:00:00, got "2026-02-30T09:00:00".',
    ],
    [
      { startsAt: '2026-03-10T09:00:00Z' },
      'Expected a local time such as 2026-03-10T09:00:00, got "2026-03-10T09:00:00Z".',
    ],
  ])('%j', (fields, message) => {
    const times = { ...START, rules: 'FREQ=DAILY', ...fields }
    expect(() => expandRecurrence(times, { from: 0, to: Infinity, limit: 1 })).toThrow(new RecurrenceError(message))
  })
})

describe('B5: whatever text there is', () => {
  /** 18 months from the start. */
  const from = 1_773_129_600_000
  const character = fc.nat(0xffff).map((code) => String.fromCharCode(code))
  const isHarmless = (rules: string) => {
    const before = Date.now()
    try {
      expandRecurrence({ ...START, rules }, { from, to: from + 550 * DAY, limit: 2001 })
    } catch (error) {
      expect(error).toBeInstanceOf(RecurrenceError)
    }
    expect(Date.now() - before).toBeLessThan(2000)
  }

  it('is read or refused', () => {
    fc.assert(fc.property(fc.string({ unit: character, maxLength: 200 }), isHarmless), { numRuns: 300 })
  })

  it('so is a rule that something happened to', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '=',
        ';',
        ',',
        ':',
        '\n',
        '\r\n ',
        '-',
        '+',
        '0',
        '9',
        '99',
        'Z',
        'T',
        'FREQ=',
        'BYSETPOS=-1',
        'INTERVAL=9999',
        ';',
      ),
      fc.constantFrom(
        ';BYHOUR=1,2,3',
        ';BYMONTHDAY=31',
        ';BYDAY=53MO',
        'UNTIL=99991231',
        '\nRDATE:00010101',
        '\nEXDATE;TZID=Asia/Gaza:99991231T235959',
      ),
      fc.string({ maxLength: 3, unit: character }),
    )
    const change = fc.record({ at: fc.nat(200), cut: fc.nat(8), piece })
    fc.assert(
      fc.property(sample(), fc.array(change, { minLength: 1, maxLength: 4 }), ({ series }, changes) => {
        const changed = changes.reduce((rules, { at, cut, piece }) => {
          const index = at % (rules.length + 1)
          return rules.slice(0, index) + piece + rules.slice(index + cut)
        }, series.rules)
        isHarmless(changed)
      }),
      { numRuns: 250 },
    )
  })

  it.each([
    ['dates of two thousand years', `RRULE:FREQ=DAILY\nRDATE;TZID=Asia/Gaza:${years().join()}`],
    ['as many left out', `RRULE:FREQ=DAILY\nEXDATE;TZID=Asia/Gaza:${years().join()}`],
    [
      'all times of a day, every day',
      'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23',
    ],
    [
      'the longest rule of all',
      `FREQ=YEARLY;BYSETPOS=366;BYYEARDAY=${Array.from({ length: 366 }, (_, i) => i + 1).join()}`,
    ],
  ])('takes no time: %s', (_, rules) => {
    isHarmless(rules)
  })
})

function years(): string[] {
  return Array.from({ length: 2000 }, (_, year) => `${String(year + 1000)}0310T090000`)
}
