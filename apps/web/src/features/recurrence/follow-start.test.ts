import { parseWall } from '@astralis/core/recurrence/wall-time'
import { DAY } from '@astralis/core/time/zone-offsets'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followStart } from './follow-start.ts'
import { lastDateOf, untilOf } from './rule-end.ts'
import { ruleStartOf, type RuleStart } from './rule-start.ts'

const BERLIN = 'Europe/Berlin'

function at(date: string, time = '10:00', timeZone = BERLIN): RuleStart {
  const start = ruleStartOf(date, time, timeZone)
  if (!start) throw new Error(`${date} ${time} is no time.`)
  return start
}

const TUESDAY = at('2026-03-10')
const rule = (text: string, to: RuleStart) => followStart(`RRULE:${text}`, TUESDAY, to).replace('RRULE:', '')

test('B5: a rule that names the day of its start follows it', () => {
  expect(rule('FREQ=WEEKLY;BYDAY=TU', at('2026-03-11'))).toBe('FREQ=WEEKLY;BYDAY=WE')
  expect(rule('FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU', at('2026-03-16'))).toBe(
    'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=MO',
  )
  expect(rule('FREQ=MONTHLY;BYMONTHDAY=10', at('2026-03-11'))).toBe('FREQ=MONTHLY;BYMONTHDAY=11')
  expect(rule('FREQ=MONTHLY;BYDAY=2TU', at('2026-03-31'))).toBe('FREQ=MONTHLY;BYDAY=-1TU')
  expect(rule('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10', at('2026-04-02'))).toBe('FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2')
})

test('B5: a rule that names other days, or more of them, stays', () => {
  for (const text of [
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY;BYDAY=FR',
    'FREQ=MONTHLY;BYMONTHDAY=1,10',
  ])
    expect(rule(text, at('2026-03-11'))).toBe(text)
})

test('B5: dates that were left out or added one by one move along', () => {
  const lines = 'RRULE:FREQ=WEEKLY;BYDAY=TU\nRDATE:20260312T100000\nEXDATE:20260317T100000\nEXDATE;VALUE=DATE:20260324'
  expect(followStart(lines, TUESDAY, at('2026-03-11', '11:30')).split('\n')).toEqual([
    'RRULE:FREQ=WEEKLY;BYDAY=WE',
    'RDATE:20260313T113000',
    'EXDATE:20260318T113000',
    'EXDATE;VALUE=DATE:20260325',
  ])
})

test('B5: the last day is a day of the event’s own zone, also after its zone has changed', () => {
  const until = untilOf('2027-03-12', BERLIN)
  expect(until).toBe(parseWall('2027-03-12T22:59:59'))
  expect(lastDateOf(until, TUESDAY)).toBe('2027-03-12')
  const moved = rule('FREQ=DAILY;UNTIL=20270312T225959Z', at('2026-03-10', '10:00', 'America/New_York'))
  expect(moved).toBe('FREQ=DAILY;UNTIL=20270313T045959Z')
  const exact = 'FREQ=DAILY;UNTIL=20270312T090000Z'
  expect(rule(exact, at('2026-03-10', '10:00', 'America/New_York'))).toBe(exact)
})

test('B5: a start that stays changes nothing; one that comes back to its day brings the rule back', () => {
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => ({ ...TUESDAY, wall: TUESDAY.wall + days * DAY }))
  const lines = fc.constantFrom(
    'RRULE:FREQ=WEEKLY;INTERVAL=3;UNTIL=20280312T225959Z;BYDAY=TU\nEXDATE:20260331T100000',
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=10',
    'RRULE:FREQ=YEARLY;COUNT=3;BYMONTH=3;BYMONTHDAY=10',
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'RDATE:20260312T100000',
    '',
  )
  fc.assert(
    fc.property(lines, date, (text, to) => {
      expect(followStart(text, to, { ...to })).toBe(text)
      expect(followStart(followStart(text, TUESDAY, to), to, TUESDAY)).toBe(text)
    }),
  )
})
