import { expect, test } from 'vitest'
import { moved, resized, stepOfKey } from './carry.ts'

const BERLIN = 'Europe/Berlin'
const meeting = {
  id: 'e',
  title: 'Review',
  allDay: false,
  timeZone: BERLIN,
  startsAt: '2026-03-28T08:00:00Z',
  endsAt: '2026-03-28T09:00:00Z',
}

test('B1: a day on is the same time by the clock, over its change, and the length stays', () => {
  const next = moved(meeting, { days: 1, minutes: 0 }, BERLIN)
  expect([next.startsAt, next.endsAt]).toEqual(['2026-03-29T07:00:00Z', '2026-03-29T08:00:00Z'])
})

test('B1: a quarter of an hour is one, also through the hour that happens twice', () => {
  const late = { ...meeting, startsAt: '2026-10-25T00:45:00Z', endsAt: '2026-10-25T01:15:00Z' }
  expect(moved(late, { days: 0, minutes: 15 }, BERLIN)).toMatchObject({
    startsAt: '2026-10-25T01:00:00Z',
    endsAt: '2026-10-25T01:30:00Z',
  })
})

test('B1: days of an all-day event are days where it is, and none of it shrinks to nothing', () => {
  const day = { ...meeting, allDay: true, startsAt: '2026-03-28T23:00:00Z', endsAt: '2026-03-29T22:00:00Z' }
  const next = moved(day, { days: 1, minutes: 0 }, 'America/New_York')
  expect([next.startsAt, next.endsAt]).toEqual(['2026-03-29T22:00:00Z', '2026-03-30T22:00:00Z'])
  expect(resized(day, { days: -1, minutes: 0 })).toBe(day)
  expect(resized({ ...meeting, endsAt: '2026-03-28T08:15:00Z' }, { days: 0, minutes: -15 }).endsAt).toBe(
    '2026-03-28T08:15:00Z',
  )
})

test('B1: arrows mean days and quarter hours, weeks in the month, and follow the writing', () => {
  expect(stepOfKey('ArrowRight', 'week', true, false)).toEqual({ days: 1, minutes: 0 })
  expect(stepOfKey('ArrowRight', 'week', true, true)).toEqual({ days: -1, minutes: 0 })
  expect(stepOfKey('ArrowDown', 'week', true, false)).toEqual({ days: 0, minutes: 15 })
  expect(stepOfKey('ArrowUp', 'month', true, false)).toEqual({ days: -7, minutes: 0 })
  expect(stepOfKey('ArrowDown', 'day', false, false)).toBeNull()
  expect(stepOfKey('a', 'week', true, false)).toBeNull()
})
