import { describe, expect, it } from 'vitest'
import { describeFree } from './check-occurrences.ts'

describe('B5: how many occurrences are free', () => {
  it.each([
    [42, 52, 'RRULE:FREQ=WEEKLY;COUNT=52', '42 of 52 weeks free'],
    [52, 52, 'RRULE:FREQ=WEEKLY;BYDAY=TU', 'All 52 weeks free'],
    [3, 4, 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH', '3 of 4 occurrences free'],
    [3, 4, 'RRULE:FREQ=WEEKLY;INTERVAL=2', '3 of 4 occurrences free'],
    [0, 9, 'RRULE:FREQ=DAILY', '0 of 9 days free'],
    [11, 12, 'RRULE:FREQ=MONTHLY;BYDAY=2TU\nEXDATE:20260310T100000', '11 of 12 months free'],
    [1, 1, 'RRULE:FREQ=YEARLY', '1 of 1 year free'],
    [2, 2, null, 'All 2 occurrences free'],
  ])('%i of %i by %s: %s', (free, total, recurrence, words) => {
    expect(describeFree(free, total, recurrence)).toBe(words)
  })
})
