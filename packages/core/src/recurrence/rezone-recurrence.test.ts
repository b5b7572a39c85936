import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandRecurrence } from './expand-recurrence.ts'
import { rezoneRecurrence } from './rezone-recurrence.ts'
import type { SeriesTimes } from './recurrence.ts'
import { sample } from './testing/recurrence-arbitrary.ts'
import { epochToWall } from './wall-time.ts'

describe('B5: a series by the clocks of another zone', () => {
  // Zones whose clocks never change: elsewhere some times are skipped.
  const ZONES = ['UTC', 'Asia/Kolkata', 'America/Phoenix', 'Pacific/Kiritimati']

  it('has the same times of day', () => {
    const walls = (times: SeriesTimes) => {
      const starts = expandRecurrence(times, { from: 0, to: 2_366_841_600_000, limit: 30 })
      return starts.map((start) => epochToWall(times.timeZone, start))
    }
    fc.assert(
      fc.property(sample({ timeZones: ZONES }), fc.constantFrom(...ZONES), ({ series }, timeZone) => {
        const rezoned = rezoneRecurrence(series, timeZone)
        expect(walls(rezoned)).toEqual(walls(series))
        expect(rezoned.timeZone).toBe(timeZone)
      }),
    )
  })

  it('ends with the same date', () => {
    const series = { startsAt: '2026-03-10T09:00:00', timeZone: 'Europe/Berlin', rules: 'FREQ=DAILY;UNTIL=20260401' }
    expect(rezoneRecurrence(series, 'America/New_York').rules).toBe('RRULE:FREQ=DAILY;UNTIL=20260402T035959Z')
  })
})
