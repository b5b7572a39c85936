import { sampleCalendars } from '../../packages/core/src/ical/testing/calendar-arbitrary.ts'
import { calendarOf, eventOf } from '../../packages/core/src/ical/testing/event-lines.ts'
import { countLost, parseMutations } from '../../packages/core/src/ical/testing/mutations.ts'
import { writeCalendar } from '../../packages/core/src/ical/write-calendar.ts'
import { describe, expect, it } from 'vitest'

const MILLION = 1_000_000
const times = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, i) => line(i))
const event = (...lines: string[]) => calendarOf(eventOf('DTSTART:20260317T090000Z', 'DURATION:PT1H', ...lines))
const zoned = (tzid: string, year = 2026) => eventOf(`DTSTART;TZID=${tzid}:${year}0317T100000`, 'DURATION:PT1H')

/** A VTIMEZONE whose clocks change twice a year, by offsets that no zone has. */
const zone = (tzid: string, rules = 1) =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    ...times(rules, (i) =>
      ['STANDARD', 'DAYLIGHT']
        .map((kind) =>
          [
            `BEGIN:${kind}`,
            'DTSTART:19700101T000000',
            'TZOFFSETFROM:+0123',
            `TZOFFSETTO:+0${i % 10}17`,
            'RRULE:FREQ=YEARLY;BYMONTH=3',
            `END:${kind}`,
          ].join('\r\n'),
        )
        .join('\r\n'),
    ),
    'END:VTIMEZONE',
  ].join('\r\n')

describe('a large file takes no time', () => {
  it.each([
    ['a long text', event(`SUMMARY:${'x'.repeat(MILLION)}`)],
    ['spaces', event(`SUMMARY:${' '.repeat(MILLION)}x`)],
    ['a BEGIN that goes on', `BEGIN:${' '.repeat(MILLION)}x y`],
    ['parameters', event(`SUMMARY${';A=1'.repeat(MILLION / 4)}`)],
    ['quotes', event(`SUMMARY;A=${'"'.repeat(MILLION - 1)}:x`)],
    ['one parameter', event(`SUMMARY;A=${'x'.repeat(MILLION)}:x`)],
    ['carets', event(`ATTENDEE;CN=${'^'.repeat(MILLION)}:mailto:a@example.com`)],
    ['an address', event(`ATTENDEE:mailto:${'a.'.repeat(MILLION / 2)}@example.com`)],
    ['a link', event(`URL:https://example.com/${'a/'.repeat(MILLION / 2)}`)],
    ['folds', event(`SUMMARY:${'\r\n x'.repeat(MILLION / 4)}`)],
    ['commas', event(`EXDATE:${','.repeat(MILLION)}`)],
    ['dates in another zone', event(`EXDATE;TZID=Europe/Berlin:${'20260317T090000,'.repeat(15_000)}`)],
    ['components in components', 'BEGIN:X\r\n'.repeat(100_000) + 'END:Y\r\n'.repeat(100_000) + event()],
    ['events', calendarOf(...times(5000, () => zoned('Europe/Berlin')))],
    ['names of zones', calendarOf(...times(2000, (i) => zoned(`Zone ${i}`)))],
    ['zones', calendarOf(...times(1000, (i) => `${zone(`Zone ${i}`)}\r\n${zoned(`Zone ${i}`)}`))],
    ['years', calendarOf(zone('Ours'), ...times(2000, (i) => zoned('Ours', 1000 + i)))],
    ['rules of a zone', calendarOf(zone('Ours', 5000), ...times(1000, (i) => zoned('Ours', 1000 + i)))],
    ['problems', calendarOf('nonsense\r\n'.repeat(100_000), ...times(5000, () => eventOf()))],
    ['nothing that is meant', '\0\r\n'.repeat(MILLION / 3)],
  ])('of %s', (_, text) => {
    const start = performance.now()
    expect(countLost(text)).toBe(0)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('a damaged file', () => {
  const files = sampleCalendars(50).map(writeCalendar)

  it('is read in no time, never throws, and loses no event silently', () => {
    parseMutations(files, 1500, () => performance.now())
  })

  it('may end anywhere', () => {
    const ends = files.flatMap((file) => times(20, (i) => file.slice(0, (i * file.length) / 20)))
    expect(ends.filter((file) => countLost(file) !== 0)).toEqual([])
  })
})
