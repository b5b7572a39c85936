import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Temporal } from '../temporal.ts'
import { instantSchema, isBefore } from './instant.ts'
import { spanOf, spanProblem, widenToDays } from './span.ts'
import { isTimeZone } from './time-zone.ts'

const instant = fc
  .integer({ min: 0, max: 7_000_000_000_000 })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds))
const span = fc
  .tuple(instant, fc.integer({ min: 1, max: 300 * 24 * 60 }))
  .map(([startsAt, minutes]) => ({ startsAt, endsAt: startsAt.add({ minutes }) }))
const timeZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'UTC',
)

const byTime = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b)

describe('instantSchema', () => {
  it('what it writes it reads back', () => {
    fc.assert(
      fc.property(instant, (value) => {
        expect(z.decode(instantSchema, z.encode(instantSchema, value)).equals(value)).toBe(true)
      }),
    )
  })

  it('reads any offset as the same instant', () => {
    expect(instantSchema.parse('2026-03-10T10:00:00+01:00').toString()).toBe('2026-03-10T09:00:00Z')
  })

  it.each([
    '',
    'tomorrow',
    '2026-03-10',
    '2026-03-10T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-03-10T25:00:00Z',
    '1969-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    42,
    null,
  ])('refuses %j in words', (text) => {
    expect(instantSchema.safeParse(text).error?.issues[0]?.message).toMatch(/^Expected /)
  })
})

describe('isTimeZone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('accepts %s', (name) => {
    expect(isTimeZone(name)).toBe(true)
  })
  it.each(['', '+01:00', 'Mars/Olympus', 'Europe/Berlin ', 'CEST2'])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})

describe('widenToDays', () => {
  it('covers the span, begins and ends at the start of a day, and is stable', () => {
    fc.assert(
      fc.property(span, timeZone, (narrow, zone) => {
        const wide = widenToDays(narrow, zone)
        expect(isBefore(narrow.startsAt, wide.startsAt) || isBefore(wide.endsAt, narrow.endsAt)).toBe(false)
        for (const bound of [wide.startsAt, wide.endsAt]) {
          const local = bound.toZonedDateTimeISO(zone)
          expect(local.equals(local.startOfDay())).toBe(true)
        }
        expect(widenToDays(wide, zone)).toEqual(wide)
      }),
    )
  })
})

describe('spanProblem and spanOf', () => {
  const start = Temporal.Instant.from('2026-03-10T09:00:00Z')
  it.each([
    [0, 'Expected an end after the start.'],
    [-1, 'Expected an end after the start.'],
    [1, null],
    [366 * 24, null],
    [366 * 24 + 1, 'Expected at most 366 days.'],
  ])('%i hours: %s', (hours, problem) => {
    expect(spanProblem({ startsAt: start, endsAt: start.add({ hours }) })).toBe(problem)
  })

  it('the whole is as long as it must be', () => {
    expect(spanOf([])).toBeNull()
    fc.assert(
      fc.property(fc.array(span, { minLength: 1 }), (spans) => {
        const whole = spanOf(spans)
        const starts = spans.map(({ startsAt }) => startsAt).toSorted(byTime)
        const ends = spans.map(({ endsAt }) => endsAt).toSorted(byTime)
        expect([whole?.startsAt, whole?.endsAt]).toEqual([starts[0], ends.at(-1)])
      }),
    )
  })
})
