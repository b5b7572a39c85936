import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { formatAgo, formatExact } from './format-ago.ts'

const AT = Temporal.Instant.from('2026-03-10T09:00:00Z')

test.each([
  ['2026-03-10T09:00:05Z', 'just now'],
  ['2026-03-10T08:59:01Z', 'just now'],
  ['2026-03-10T08:59:00Z', '1 minute ago'],
  ['2026-03-10T08:00:01Z', '59 minutes ago'],
  ['2026-03-10T07:59:00Z', '1 hour ago'],
  ['2026-03-09T09:00:00Z', '1 day ago'],
  ['2026-02-08T09:00:00Z', '30 days ago'],
])('G5: %s is %s', (instant, text) => {
  expect(formatAgo(instant, AT, 'en-US')).toBe(text)
})

test('G5: the exact time names its zone', () => {
  expect(formatExact('2026-03-10T08:00:00Z', 'Europe/Berlin', 'en-GB')).toBe('Tuesday, 10 March 2026 at 09:00:00 CET')
})
