import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { formatOf } from '../time/offset-format.ts'
import { offsetAt } from '../time/zone-offsets.ts'
import { readComponents } from './component.ts'
import { readLines } from './content-line.ts'
import { writeComponent } from './content-writer.ts'
import { timeZoneComponent } from './time-zone-component.ts'
import { parseOffset } from './utc-offset.ts'
import { offsetsAround, parseObservances } from './time-zone-definition.ts'

const write = (timeZone: string, firstYear: number, lastYear: number) =>
  writeComponent(timeZoneComponent(timeZone, firstYear, lastYear))
const linesOf = (timeZone: string, name: string) =>
  write(timeZone, 2026, 2056)
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(name))

describe('timeZoneComponent', () => {
  it.each([
    ['Europe/Berlin', ['FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU']],
    ['America/New_York', ['FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'FREQ=YEARLY;BYMONTH=11;BYDAY=1SU']],
    [
      'Asia/Jerusalem',
      ['FREQ=YEARLY;BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29', 'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'],
    ],
    ['Asia/Kolkata', []],
  ])('%s has endless rules', (timeZone, rules) => {
    expect(linesOf(timeZone, 'RRULE')).toEqual(rules.map((rule) => `RRULE:${rule}`))
  })

  it('a zone without changes has one offset, and one without a rule has dates', () => {
    expect(linesOf('Asia/Kolkata', 'BEGIN')).toEqual(['BEGIN:VTIMEZONE', 'BEGIN:STANDARD'])
    expect(linesOf('Asia/Kolkata', 'TZOFFSETTO')).toEqual(['TZOFFSETTO:+0530'])
    expect(linesOf('Asia/Gaza', 'RDATE').length).toBeGreaterThan(10)
  })
})

const timeZones = Intl.supportedValuesOf('timeZone')
const DAY = 86_400_000
const YEAR = 365.25 * DAY
const [FIRST_YEAR, LAST_YEAR] = [1980, 2050]
const epochs = fc
  .array(fc.integer({ min: (FIRST_YEAR - 1970) * YEAR, max: (LAST_YEAR + 1 - 1970) * YEAR - DAY }), {
    minLength: 60,
    maxLength: 60,
  })
  .map((list) => list.map((epoch) => Temporal.Instant.fromEpochMilliseconds(Math.floor(epoch / 60_000) * 60_000)))
const anyZone = fc.record({ timeZone: fc.constantFrom(...timeZones, 'Africa/Cairo', 'Asia/Gaza'), instants: epochs })

/** Around the zone's own changes, where mistakes are. */
function nearChanges(timeZone: string): Temporal.Instant[] {
  const instants: Temporal.Instant[] = []
  let time = Temporal.PlainDate.from({ year: FIRST_YEAR, month: 1, day: 2 }).toZonedDateTime(timeZone)
  for (;;) {
    const next = time.getTimeZoneTransition('next')
    if (!next || next.year > LAST_YEAR) return instants
    instants.push(next.toInstant().subtract({ seconds: 1 }), next.toInstant())
    time = next
  }
}

/** Milliseconds; by Intl, because the Temporal polyfill knows of no change of clocks more than ten years ahead. */
function offsetOf({ epochMilliseconds }: Temporal.Instant, timeZone: string): number {
  const [, offset = ''] = formatOf(timeZone).format(epochMilliseconds).split('GMT')
  return parseOffset(offset) ?? 0
}

describe('at every instant of the years that are asked for, the offset is right', () => {
  it('as our own reader has it', () => {
    fc.assert(
      fc.property(anyZone, ({ timeZone, instants }) => {
        const report = (message: string) => expect(message).toBe('no problem')
        const [component] = readComponents(readLines(write(timeZone, FIRST_YEAR, LAST_YEAR)), report)
        const observances = (component && parseObservances(component)) ?? []
        const byYear = Map.groupBy([...instants, ...nearChanges(timeZone)], (at) => at.toZonedDateTimeISO('UTC').year)
        const wrong = [...byYear].flatMap(([year, instants]) => {
          const offsets = offsetsAround(observances, year)
          return instants.filter((at) => offsetAt(offsets, at.epochMilliseconds) !== offsetOf(at, timeZone))
        })
        expect(wrong.map(String)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('as ical.js has it', () => {
    fc.assert(
      fc.property(anyZone, ({ timeZone, instants }) => {
        const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(write(timeZone, FIRST_YEAR, LAST_YEAR))))
        // What it has not expanded in the first call it adds twice in the next.
        zone.utcOffset(ICAL.Time.fromDateTimeString(`${LAST_YEAR + 1}-01-01T00:00:00`))
        const wrong = [...instants, ...nearChanges(timeZone)].filter((instant) => {
          const offset = offsetOf(instant, timeZone)
          // Of a time that happens twice it takes the second, RFC 5545 the first.
          const [before, after] = [-DAY, DAY].map((near) => offsetOf(instant.add({ milliseconds: near }), timeZone))
          const other = before === offset ? after : before
          const twin = instant.add({ milliseconds: offset - (other ?? 0) })
          if (other !== offset && offsetOf(twin, timeZone) === other) return false
          const local = instant.add({ milliseconds: offset }).toString({ smallestUnit: 'second' }).slice(0, -1)
          return zone.utcOffset(ICAL.Time.fromDateTimeString(local)) * 1000 !== offset
        })
        expect(wrong.map(String)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
