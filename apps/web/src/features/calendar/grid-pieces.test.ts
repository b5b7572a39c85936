import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventIdOf, piecesOf } from './grid-pieces.ts'

const BERLIN = 'Europe/Berlin'

/** An event of Berlin's summer, `from` and `to` as `2031-06-10T09:00`. */
function event(from: string, to: string, allDay = false) {
  return { id: 'e', startsAt: `${from}:00+02:00`, endsAt: `${to}:00+02:00`, allDay, timeZone: BERLIN }
}

function shown(...args: Parameters<typeof piecesOf>) {
  return piecesOf(...args).map(({ start, end }) => [start, end].map((edge) => edge.toString().slice(0, 16)))
}

test('B6: a meeting is one box at its local time', () => {
  const meeting = event('2031-06-10T09:00', '2031-06-10T10:00')
  expect(shown(meeting, 'week', BERLIN)).toEqual([['2031-06-10T09:00', '2031-06-10T10:00']])
  expect(shown(meeting, 'week', 'Asia/Kolkata')).toEqual([['2031-06-10T12:30', '2031-06-10T13:30']])
})

test('B6: a night is cut at midnight among the hours, and whole in the month', () => {
  const night = event('2031-06-10T22:00', '2031-06-11T02:00')
  expect(shown(night, 'week', BERLIN)).toEqual([
    ['2031-06-10T22:00', '2031-06-10T23:59'],
    ['2031-06-11T00:00', '2031-06-11T02:00'],
  ])
  expect(shown(night, 'month', BERLIN)).toHaveLength(1)
  const pieces = piecesOf(night, 'week', BERLIN)
  expect(pieces.map(({ id }) => eventIdOf(id))).toEqual(['e', 'e'])
  expect(pieces.map(({ isLast }) => isLast)).toEqual([false, true])
})

test('B6: an end at midnight belongs to the day before', () => {
  expect(shown(event('2031-06-10T22:00', '2031-06-11T00:00'), 'day', BERLIN)).toEqual([
    ['2031-06-10T22:00', '2031-06-10T23:59'],
  ])
})

test('B6: a day or more stands above the hours, in one piece', () => {
  expect(shown(event('2031-06-10T09:00', '2031-06-12T10:00'), 'week', BERLIN)).toHaveLength(1)
  const offsite = event('2031-06-10T00:00', '2031-06-13T00:00', true)
  expect(shown(offsite, 'week', 'America/New_York')).toEqual([['2031-06-10', '2031-06-12']])
})

test('B6: whatever the event and zone, each box among the hours begins and ends on one day', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 })
  const length = fc.integer({ min: 1, max: 60 * 24 - 1 })
  const zone = fc.constantFrom(BERLIN, 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'America/St_Johns')
  fc.assert(
    fc.property(minutes, length, zone, (at, lasting, timeZone) => {
      const start = Temporal.Instant.from('2031-01-01T00:00:00Z').add({ minutes: at })
      const end = start.add({ minutes: lasting })
      const pieces = piecesOf(
        { id: 'e', startsAt: start.toString(), endsAt: end.toString(), allDay: false, timeZone },
        'week',
        timeZone,
      )
      for (const piece of pieces) expect(piece.start.toString().slice(0, 10)).toBe(piece.end.toString().slice(0, 10))
    }),
  )
})

test('B6: over the hour that happens twice, a box is as long as its event', () => {
  const piece = {
    id: 'e',
    startsAt: '2026-10-25T00:45:00Z',
    endsAt: '2026-10-25T01:30:00Z',
    allDay: false,
    timeZone: BERLIN,
  }
  expect(shown(piece, 'week', BERLIN)).toEqual([['2026-10-25T02:45', '2026-10-25T03:30']])
  const second = { ...piece, startsAt: '2026-10-25T01:00:00Z' }
  expect(shown(second, 'week', BERLIN)).toEqual([['2026-10-25T02:00', '2026-10-25T02:30']])
})
