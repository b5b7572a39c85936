import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesAt, spanAfterDrag, spanOfClick, spanOfDays, spanOfDrag, spanOfMorning } from './drag.ts'

const BERLIN = 'Europe/Berlin'
const DATE = Temporal.PlainDate.from('2031-06-10')
const MEETING = {
  id: 'e',
  startsAt: '2031-06-10T08:00:00Z',
  endsAt: '2031-06-10T09:30:00Z',
  allDay: false,
  timeZone: BERLIN,
}
const zoned = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(BERLIN)
const BOX = { start: zoned('2031-06-10T10:00'), end: zoned('2031-06-10T11:30') }

test('B1: a moved box moves the event and keeps its length', () => {
  const after = { start: zoned('2031-06-11T11:15'), end: zoned('2031-06-11T12:45') }
  expect(spanAfterDrag(MEETING, BOX, after)).toEqual({
    startsAt: '2031-06-11T09:15:00Z',
    endsAt: '2031-06-11T10:45:00Z',
  })
})

test('B1: a pulled edge moves only the end, and a box that came back changes nothing', () => {
  expect(spanAfterDrag(MEETING, BOX, { ...BOX, end: zoned('2031-06-10T11:45') })).toEqual({
    startsAt: MEETING.startsAt,
    endsAt: '2031-06-10T09:45:00Z',
  })
  expect(spanAfterDrag(MEETING, BOX, { ...BOX })).toBeNull()
})

test('B1: the second half of a night moves the whole night', () => {
  const night = { ...MEETING, startsAt: '2031-06-10T20:00:00Z', endsAt: '2031-06-11T00:00:00Z' }
  const half = { start: zoned('2031-06-11T00:00'), end: zoned('2031-06-11T02:00') }
  const after = { start: zoned('2031-06-11T01:00'), end: zoned('2031-06-11T03:00') }
  expect(spanAfterDrag(night, half, after)).toEqual({
    startsAt: '2031-06-10T21:00:00Z',
    endsAt: '2031-06-11T01:00:00Z',
  })
})

test('B1: across a clock change a meeting keeps its time on the wall, and an all-day event its midnights', () => {
  const before = { start: zoned('2031-03-29T10:00'), end: zoned('2031-03-29T11:00') }
  const after = { start: zoned('2031-03-31T10:00'), end: zoned('2031-03-31T11:00') }
  const meeting = { ...MEETING, startsAt: '2031-03-29T09:00:00Z', endsAt: '2031-03-29T10:00:00Z' }
  expect(spanAfterDrag(meeting, before, after)?.startsAt).toBe('2031-03-31T08:00:00Z')

  const day = { ...MEETING, allDay: true, startsAt: '2031-03-28T23:00:00Z', endsAt: '2031-03-29T23:00:00Z' }
  const saturday = Temporal.PlainDate.from('2031-03-29')
  const sunday = saturday.add({ days: 1 })
  expect(spanAfterDrag(day, { start: saturday, end: saturday }, { start: sunday, end: sunday })).toEqual({
    startsAt: '2031-03-29T23:00:00Z',
    endsAt: '2031-03-30T22:00:00Z',
  })
})

test('B1: what is drawn covers both ends of the drag in whole quarter hours, in either direction', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 })
  fc.assert(
    fc.property(minute, minute, (from, to) => {
      const span = spanOfDrag(DATE, from, to, 'UTC')
      expect(spanOfDrag(DATE, to, from, 'UTC')).toEqual(span)
      const minutesOf = (instant: string) =>
        Temporal.Instant.from(instant).since('2031-06-10T00:00:00Z').total('minutes')
      const start = minutesOf(span.startsAt)
      const end = minutesOf(span.endsAt)
      expect([start % 15, end % 15]).toEqual([0, 0])
      expect(start).toBeLessThanOrEqual(Math.min(from, to))
      expect(end).toBeGreaterThanOrEqual(Math.min(Math.max(from, to), 24 * 60))
      expect(end - start).toBeGreaterThanOrEqual(15)
      expect(end).toBeLessThanOrEqual(24 * 60)
    }),
  )
})

test('B1: a click is an hour from the half hour before it, and never leaves the day', () => {
  expect(spanOfClick(DATE, 13 * 60 + 44, BERLIN)).toEqual({
    startsAt: '2031-06-10T11:30:00Z',
    endsAt: '2031-06-10T12:30:00Z',
  })
  expect(spanOfClick(DATE, 24 * 60, BERLIN)).toEqual({
    startsAt: '2031-06-10T21:30:00Z',
    endsAt: '2031-06-10T22:00:00Z',
  })
})

test('B1: days and mornings are those of the zone', () => {
  expect(spanOfDays(DATE, DATE.add({ days: 1 }), BERLIN)).toEqual({
    startsAt: '2031-06-09T22:00:00Z',
    endsAt: '2031-06-11T22:00:00Z',
  })
  expect(spanOfMorning(DATE, BERLIN).startsAt).toBe('2031-06-10T07:00:00Z')
})

test('B1: a pointer outside the column counts as its edge', () => {
  expect([minutesAt(-0.2), minutesAt(0.5), minutesAt(1.7)]).toEqual([0, 720, 1440])
})
