import fc from 'fast-check'
import { Temporal } from '../../temporal.ts'
import { mergeIntervals } from '../../time/intervals.ts'
import { zoneOffsets } from '../../time/zone-offsets.ts'
import type { Person } from '../person.ts'
import type { Search } from '../search.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export const epoch = (text: string): number => Temporal.Instant.from(text).epochMilliseconds

/** The searches of these tests look at this week, around the change of clocks in New York. */
export const WEEK = { from: epoch('2026-03-06T00:00Z'), to: epoch('2026-03-11T00:00Z') }

/** Somebody who is always open and never busy, in Berlin. */
export function personWith(fields: Partial<Person> = {}): Person {
  const timeZone = fields.timeZone ?? 'Europe/Berlin'
  return {
    email: 'ana@example.com',
    name: 'Ana',
    isOptional: false,
    timeZone,
    offsets: zoneOffsets(timeZone, WEEK.from - 24 * HOUR, WEEK.to + 24 * HOUR),
    overrides: [],
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    open: [WEEK.from - 24 * HOUR, WEEK.to + 24 * HOUR],
    busy: [],
    ...fields,
  }
}

export function searchFor(people: readonly Person[], fields: Partial<Search> = {}): Search {
  return { ...WEEK, durationMinutes: 60, stepMinutes: 30, timeZone: 'Europe/Berlin', notBefore: 0, people, ...fields }
}

const quarters = (max: number) => fc.integer({ min: 0, max })

const intervals = (maxLength: number, longest: number) =>
  fc.array(fc.tuple(quarters(6 * 96), quarters(longest)), { maxLength }).map((list) =>
    mergeIntervals(
      list.flatMap(([start, length]) => {
        const from = WEEK.from - 12 * HOUR + start * 15 * MINUTE
        return [from, from + length * 15 * MINUTE]
      }),
    ),
  )

/** One to four people in three zones with hours and meetings anywhere, some of them optional. */
export const somePeople: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      isOptional: fc.boolean(),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
      open: intervals(12, 60),
      busy: intervals(20, 8),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map((fields, index) => personWith({ ...fields, email: `p${index}@example.com`, name: `Person ${index}` })),
  )
