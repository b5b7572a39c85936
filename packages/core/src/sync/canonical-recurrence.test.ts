import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { expandRecurrence } from '../recurrence/expand-recurrence.ts'
import { sample } from '../recurrence/testing/recurrence-arbitrary.ts'
import { canonicalRecurrence } from './canonical-recurrence.ts'

const ZONES = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago']
const timed = { allDay: false, startsAt: '2026-03-10T09:00:00', timeZone: 'Europe/Berlin' }
const days = { allDay: true, startsAt: '2026-03-10T00:00:00', timeZone: null }

it.each([
  [timed, 'EXDATE:20260313T090000\nRRULE:FREQ=DAILY;COUNT=9', 'RRULE:FREQ=DAILY;COUNT=9\nEXDATE:20260313T090000'],
  [timed, 'RRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260313', 'RRULE:FREQ=DAILY\nEXDATE:20260313T090000'],
  [timed, 'RRULE:FREQ=DAILY\nEXDATE;TZID=UTC:20260313T080000', 'RRULE:FREQ=DAILY\nEXDATE:20260313T090000'],
  [
    timed,
    'RRULE:FREQ=DAILY;BYHOUR=9,15\nEXDATE;VALUE=DATE:20260313',
    'RRULE:FREQ=DAILY;BYHOUR=9,15\nEXDATE;VALUE=DATE:20260313',
  ],
  [
    days,
    'EXDATE:20260313T000000\nEXDATE;VALUE=DATE:20260312\nRRULE:FREQ=DAILY;UNTIL=20260320T235959Z',
    'RRULE:FREQ=DAILY;UNTIL=20260320\nEXDATE;VALUE=DATE:20260312,20260313',
  ],
  [days, 'RDATE;VALUE=DATE:20260312,20260311', 'RDATE;VALUE=DATE:20260311,20260312'],
])('of %j, %j is %j', (times, lines, expected) => {
  expect(canonicalRecurrence(lines, times)).toBe(expected)
})

test('says the same as before, and once said stays as it is', () => {
  fc.assert(
    fc.property(sample({ timeZones: ZONES }), ({ series }) => {
      const times = { ...series, allDay: false }
      const rules = canonicalRecurrence(series.rules, times)
      expect(canonicalRecurrence(rules, times)).toBe(rules)
      const window = { from: 0, to: Date.UTC(2040, 0), limit: 300 }
      expect(expandRecurrence({ ...series, rules }, window)).toEqual(expandRecurrence(series, window))
    }),
    { numRuns: 500 },
  )
})

test('of whole days stays as it is once it was said', () => {
  fc.assert(
    fc.property(sample(), ({ series }) => {
      const times = { allDay: true, startsAt: `${series.startsAt.slice(0, 10)}T00:00:00`, timeZone: null }
      const rules = canonicalRecurrence(series.rules, times)
      expect(canonicalRecurrence(rules, times)).toBe(rules)
      expect(rules).not.toMatch(/\d{8}T/)
    }),
  )
})
