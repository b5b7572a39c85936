import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { mergeIntervals } from '../time/intervals.ts'
import { findSlots, type SlotRequest } from './find-slots.ts'
import { slowSlots } from './testing/slow-slots.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const WEEK = 7 * 24 * HOUR

/** Zones and days around their changes, and one without. Seconds of 2026 in which a search may begin. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kolkata',
]
const BEGINNINGS = ['2026-03-27', '2026-10-24', '2026-04-03', '2026-09-04', '2026-04-23', '2026-03-07', '2026-06-10']

const epoch = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const minutes = (max: number) => fc.integer({ min: 0, max })

/** Interval lists within three days of `from`; a few with bounds off the full minute. */
const intervals = (from: number) =>
  fc
    .array(fc.tuple(minutes(72 * 60), minutes(300), fc.constantFrom(0, 0, 0, 1, 30_000)), { maxLength: 12 })
    .map((list) =>
      mergeIntervals(
        list.flatMap(([start, length, odd]) => [from + start * MINUTE + odd, from + (start + length) * MINUTE]),
      ),
    )

const attendee = (from: number) => fc.record({ required: fc.boolean(), open: intervals(from), busy: intervals(from) })

const request = fc
  .record({ begin: fc.constantFrom(...BEGINNINGS), shift: minutes(24 * 60) })
  .chain(({ begin, shift }) => {
    const from = epoch(`${begin}T00:00Z`) + shift * MINUTE
    return fc.record({
      from: fc.constant(from),
      to: minutes(72 * 60).map((length) => from + length * MINUTE),
      durationMinutes: fc.integer({ min: 1, max: 180 }),
      stepMinutes: fc.constantFrom(1, 5, 7, 15, 30, 45, 60, 90, 1440),
      gridTimeZone: fc.constantFrom(...ZONES),
      attendees: fc
        .array(attendee(from), { maxLength: 4 })
        .map((list) => list.map((person, index) => ({ id: `p${index}`, ...person }))),
      notBefore: fc.option(
        minutes(72 * 60).map((length) => from + length * MINUTE),
        { nil: undefined },
      ),
      limit: fc.option(minutes(10), { nil: undefined }),
    })
  })

const keys = (found: ReturnType<typeof findSlots>) => found.map((slot) => `${slot.startsAt} ${slot.absent.join()}`)

describe('E1: slots', () => {
  it('are exactly those of the definition', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(findSlots(asked)).toEqual(slowSlots(asked))
      }),
      { numRuns: 600 },
    )
  })

  it('never overlap busy time, never leave open hours, start on the grid and in order', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const slots = findSlots(asked)
        for (const [index, { startsAt, endsAt, absent }] of slots.entries()) {
          expect(startsAt).toBeGreaterThan(slots[index - 1]?.startsAt ?? -Infinity)
          expect(startsAt).toBeGreaterThanOrEqual(Math.max(asked.from, asked.notBefore ?? asked.from))
          expect(endsAt).toBeLessThanOrEqual(asked.to)
          for (const { id, open, busy } of asked.attendees) {
            if (absent.includes(id)) continue
            expect(mergeIntervals([...open, startsAt, endsAt])).toEqual(mergeIntervals(open))
            for (let i = 0; i < busy.length; i += 2)
              expect((busy[i] ?? 0) >= endsAt || (busy[i + 1] ?? 0) <= startsAt).toBe(true)
          }
        }
      }),
    )
  })

  it('adding busy time never adds one', () => {
    fc.assert(
      fc.property(request, minutes(4000), minutes(200), (asked, start, length) => {
        const more = [asked.from + start * MINUTE, asked.from + (start + length) * MINUTE]
        const attendees = asked.attendees.map((one) => ({ ...one, busy: mergeIntervals([...one.busy, ...more]) }))
        const all = { ...asked, limit: undefined }
        const before = new Set(findSlots(all).map(({ startsAt }) => startsAt))
        for (const { startsAt } of findSlots({ ...all, attendees })) expect(before.has(startsAt)).toBe(true)
      }),
    )
  })

  it('are the same whatever the order of the people', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const turned = findSlots({ ...asked, attendees: asked.attendees.toReversed() })
        expect(turned.map((slot) => ({ ...slot, absent: slot.absent.toReversed() }))).toEqual(findSlots(asked))
      }),
    )
  })

  it('move with everything else by a week, where no clock changes', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const shift = (list: readonly number[], by: number) => list.map((moment) => moment + by)
        const moved = (by: number): SlotRequest => ({
          ...asked,
          gridTimeZone: 'Asia/Kolkata',
          from: asked.from + by,
          to: asked.to + by,
          notBefore: asked.notBefore === undefined ? undefined : asked.notBefore + by,
          attendees: asked.attendees.map((one) => ({ ...one, open: shift(one.open, by), busy: shift(one.busy, by) })),
        })
        const later = findSlots(moved(WEEK)).map((slot) => ({
          ...slot,
          startsAt: slot.startsAt - WEEK,
          endsAt: slot.endsAt - WEEK,
        }))
        expect(keys(later)).toEqual(keys(findSlots(moved(0))))
      }),
    )
  })
})

describe('E1: the edges of the grid', () => {
  const always = { id: 'a', required: true, open: [-8e15, 8e15], busy: [] }
  const found = (fields: Partial<SlotRequest>) =>
    findSlots({
      from: epoch('2026-10-25T00:00Z'),
      to: epoch('2026-10-25T03:00Z'),
      durationMinutes: 30,
      stepMinutes: 30,
      gridTimeZone: 'Europe/Berlin',
      attendees: [always],
      ...fields,
    }).map(({ startsAt }) =>
      Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO('Europe/Berlin').toString().slice(11, 22),
    )

  it('an hour that happens twice is offered twice', () => {
    expect(found({})).toEqual([
      '02:00:00+02',
      '02:30:00+02',
      '02:00:00+01',
      '02:30:00+01',
      '03:00:00+01',
      '03:30:00+01',
    ])
  })

  it('a step that does not divide the day begins anew at midnight', () => {
    const range = { from: epoch('2026-06-10T20:00Z'), to: epoch('2026-06-11T00:00Z'), stepMinutes: 50 }
    expect(found(range).map((time) => time.slice(0, 5))).toEqual(['22:30', '23:20', '00:00', '00:50'])
  })

  it.each([
    ['an empty range', { to: epoch('2026-10-25T00:00Z') }],
    ['a reversed range', { to: epoch('2026-10-24T00:00Z') }],
    ['a meeting longer than the range', { durationMinutes: 181 }],
    [
      'a meeting longer than any opening',
      { attendees: [{ ...always, open: [epoch('2026-10-25T01:00Z'), epoch('2026-10-25T01:29Z')] }] },
    ],
    ['nobody ever open', { attendees: [{ ...always, open: [] }] }],
    ['a notice longer than the range', { notBefore: epoch('2026-10-26T00:00Z') }],
    ['a limit of none', { limit: 0 }],
  ])('%s has no slot', (_, fields) => {
    expect(found(fields)).toEqual([])
  })

  it('nobody required means that everything is possible', () => {
    expect(found({ attendees: [] })).toHaveLength(6)
  })

  it('hours that touch are one', () => {
    const [from, middle, to] = ['2026-10-25T00:00Z', '2026-10-25T00:45Z', '2026-10-25T01:30Z'].map(epoch)
    const open = [from ?? 0, middle ?? 0, middle ?? 0, to ?? 0]
    expect(
      found({
        durationMinutes: 90,
        attendees: [
          { ...always, open },
          { ...always, required: false, open },
        ],
      }),
    ).toEqual(['02:00:00+02'])
  })

  it.each([
    [{ durationMinutes: 0 }, /duration/],
    [{ stepMinutes: 0 }, /step/],
    [{ stepMinutes: 1.5 }, /step/],
    [{ from: Number.NaN }, /instants/],
    [{ to: Infinity }, /instants/],
    [{ to: epoch('2100-01-01T00:00Z') }, /at most 3660 days/],
    [{ gridTimeZone: 'Mars/Olympus' }, /mars/i],
  ])('refuses %j', (fields, message) => {
    expect(() => found(fields)).toThrow(message)
  })
})
