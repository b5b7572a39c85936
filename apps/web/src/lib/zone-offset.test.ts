import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { isRepeated } from './zone-offset.ts'

test.each([
  ['Europe/Berlin', '2026-10-25T00:30:00Z', true],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', true],
  ['Europe/Berlin', '2026-10-24T23:59:00Z', false],
  ['Europe/Berlin', '2026-10-25T02:00:00Z', false],
  ['Europe/Berlin', '2026-03-29T01:30:00Z', false],
  // Half an hour only: 01:30 to 02:00 by the clock.
  ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', true],
  ['Australia/Lord_Howe', '2026-04-04T14:15:00Z', false],
])('in %s the wall time of %s happens twice: %s', (timeZone, instant, expected) => {
  expect(isRepeated(Temporal.Instant.from(instant).epochMilliseconds, timeZone)).toBe(expected)
})
