import { expect, test } from 'vitest'
import { recurrenceText } from './recurrence-text.ts'
import { ruleStartAt, ruleStartOf } from './rule-start.ts'

test('B5: a rule is said in plain words, as the reader’s region writes dates', () => {
  const start = ruleStartAt('2026-03-10T09:00:00Z', 'Europe/Berlin')
  const lines = 'RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270312T225959Z;BYDAY=TU'
  expect(recurrenceText(lines, start, 'en-GB')).toBe('Every other Tuesday until 12 March 2027')
  expect(recurrenceText('RRULE:FREQ=HOURLY', start)).toBeNull()
})

test('B5: a date that is half typed is no start', () => {
  expect(ruleStartOf('2026-03-10', '10:00', 'Europe/Berlin')).toEqual(
    ruleStartAt('2026-03-10T09:00:00Z', 'Europe/Berlin'),
  )
  expect(ruleStartOf('', '10:00', 'Europe/Berlin')).toBeNull()
  expect(ruleStartOf('2026-03-10', '', 'Europe/Berlin')).toBeNull()
})
