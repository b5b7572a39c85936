import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GridTime } from './grid-time.ts'

test('a time of the grid says the same as Temporal, in every zone and at every change of the clock', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Asia/Beirut',
  )
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 10 })
  fc.assert(
    fc.property(minutes, zone, (at, timeZone) => {
      const instant = Temporal.Instant.from('2025-01-01T00:00:00Z').add({ minutes: at })
      const expected = instant.toZonedDateTimeISO(timeZone)
      const time = GridTime.of(expected)
      const fields = ({ year, month, day, hour, minute, epochNanoseconds }: Temporal.ZonedDateTime) =>
        [year, month, day, hour, minute, epochNanoseconds].join(' ')
      expect(time.toString()).toBe(expected.toString())
      expect(fields(time)).toBe(fields(expected))
      expect(time.equals(expected)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
