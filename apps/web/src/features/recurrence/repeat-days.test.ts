import { expandRecurrence } from '@astralis/core/recurrence/expand-recurrence'
import { FREQUENCIES, WEEKDAYS } from '@astralis/core/recurrence/recurrence-rule'
import { formatWall, parseWall } from '@astralis/core/recurrence/wall-time'
import { DAY } from '@astralis/core/time/zone-offsets'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFrom, readDays, withDays, type RepeatDays } from './repeat-days.ts'
import { DAILY } from './repeat-presets.ts'
import { readLines, withRule } from './rule-lines.ts'

/** Tuesday, 10 June 2031. */
const START = parseWall('2031-06-10T10:00:00')

const place = fc.oneof(
  fc.record({ weekday: fc.constant(null), position: fc.constantFrom(1, 15, 28, 31, -1, -3) }),
  fc.record({ weekday: fc.constantFrom(...WEEKDAYS), position: fc.constantFrom(1, 2, 3, 4, 5, -1) }),
)
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1 })
const editable: fc.Arbitrary<RepeatDays> = fc.oneof(
  fc.record({ frequency: fc.constant('DAILY' as const) }),
  fc.record({ frequency: fc.constant('WEEKLY' as const), weekdays }),
  fc.record({ frequency: fc.constant('MONTHLY' as const), place }),
  fc.record({ frequency: fc.constant('YEARLY' as const), month: fc.integer({ min: 1, max: 12 }), place }),
)
const EVER = { from: 0, to: Infinity, limit: 30 }

test('B5: what the editor says becomes a rule that says the same in the editor', () => {
  fc.assert(
    fc.property(editable, fc.integer({ min: 1, max: 99 }), (days, interval) => {
      const rule = withDays(DAILY, days, interval)
      expect(readDays(rule, START)).toEqual(days)
      expect(rule.interval).toBe(interval)
    }),
  )
})

/** Rules of many kinds, such as other programs write. */
const ruleText = fc
  .tuple(
    fc.constantFrom(...FREQUENCIES),
    fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3'),
    fc.constantFrom('', ';COUNT=5', ';UNTIL=20350101'),
    fc.constantFrom(
      '',
      ';BYDAY=TU',
      ';BYDAY=FR,MO',
      ';BYDAY=MO,TU,WE,TH,FR',
      ';BYDAY=2TU',
      ';BYDAY=-1FR',
      ';BYDAY=1MO,3MO',
    ),
    fc.constantFrom('', ';BYMONTH=3', ';BYMONTH=6,9'),
    fc.constantFrom('', ';BYMONTHDAY=10', ';BYMONTHDAY=-1', ';BYMONTHDAY=1,15'),
    fc.constantFrom('', '', ';BYSETPOS=1', ';BYSETPOS=-1'),
    fc.constantFrom('', ';WKST=SU'),
  )
  .map((parts) => `FREQ=${parts.join('')}`)

test('B5: a rule that the editor can express means the same when the editor has written it', () => {
  fc.assert(
    fc.property(ruleText, fc.integer({ min: 0, max: 400 }), (rules, days) => {
      const from = { wall: START + days * DAY, timeZone: 'Europe/Berlin' }
      const { rule } = readLines(rules, from)
      const expressed = rule && readDays(rule, from.wall)
      if (!expressed) return
      const expand = (lines: string) =>
        expandRecurrence({ startsAt: formatWall(from.wall), timeZone: from.timeZone, rules: lines }, EVER)
      expect(expand(withRule(rules, withDays(rule, expressed), from))).toEqual(expand(rules))
    }),
    { numRuns: 300 },
  )
})

test('B5: the start says what a rule leaves out', () => {
  const read = (frequency: (typeof FREQUENCIES)[number]) => readDays({ ...DAILY, frequency }, START)
  for (const frequency of FREQUENCIES) expect(read(frequency)).toEqual(daysFrom(frequency, START))
  expect(read('WEEKLY')).toEqual({ frequency: 'WEEKLY', weekdays: ['TU'] })
  expect(read('YEARLY')).toEqual({ frequency: 'YEARLY', month: 6, place: { weekday: null, position: 10 } })
})

test('B5: a rule that the editor can not express is left alone', () => {
  const read = (lines: string) => {
    const { rule } = readLines(lines, { wall: START, timeZone: 'UTC' })
    return rule && readDays(rule, START)
  }
  expect(read('FREQ=MONTHLY;BYDAY=1MO,3MO')).toBeNull()
  expect(read('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toBeNull()
  expect(read('FREQ=MONTHLY;BYMONTHDAY=1,15')).toBeNull()
  expect(read('FREQ=WEEKLY;BYDAY=TU;BYMONTH=3')).toBeNull()
  expect(read('FREQ=DAILY;INTERVAL=2;BYDAY=TU')).toBeNull()
  expect(read('FREQ=YEARLY;BYWEEKNO=20')).toBeNull()
})
