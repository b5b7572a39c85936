import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { tellRemaining } from './tell-remaining.ts'
import { PLANNING } from './testing/sample-content.ts'

/** `PLANNING` begins at 2026-03-10T09:00:00Z. */
const tell = (writtenAt: string, times: Partial<typeof PLANNING> = {}, timeZone = 'Europe/Berlin') =>
  tellRemaining({ ...PLANNING, ...times }, Temporal.Instant.from(writtenAt), timeZone)

describe('tellRemaining', () => {
  it.each([
    ['2026-03-10T08:00:00Z', 'in 1 hour'],
    ['2026-03-10T08:00:20Z', 'in 1 hour'],
    ['2026-03-10T08:15:00Z', 'in 45 minutes'],
    ['2026-03-10T08:58:50Z', 'in 1 minute'],
    ['2026-03-10T08:59:45Z', 'now'],
    ['2026-03-10T09:00:20Z', 'now'],
    ['2026-03-10T09:05:00Z', null],
    ['2026-03-10T07:20:00Z', 'in 1 hour 40 minutes'],
    ['2026-03-09T09:00:00Z', 'in 24 hours'],
    ['2026-03-09T09:07:00Z', 'in 23 hours 53 minutes'],
    ['2026-03-08T09:00:00Z', 'in 2 days'],
    ['2026-03-07T04:10:00Z', 'in 3 days 5 hours'],
    ['2026-03-07T08:45:00Z', 'in 3 days'],
  ])('at %s says %s', (writtenAt, told) => {
    expect(tell(writtenAt)).toBe(told)
  })

  it('counts the hours that pass, not those that a clock shows', () => {
    const afterChange = { startsAt: '2026-03-29T10:00:00', endsAt: '2026-03-29T11:00:00' }
    expect(tell('2026-03-28T09:00:00Z', afterChange)).toBe('in 23 hours')
  })

  it('takes a time without a zone for one of the reader’s', () => {
    expect(tell('2026-03-10T08:00:00Z', { timeZone: null })).toBe('in 1 hour')
    expect(tell('2026-03-10T08:00:00Z', { timeZone: null }, 'UTC')).toBe('in 2 hours')
  })

  it.each([
    ['2026-03-09T22:59:00Z', 'tomorrow'],
    ['2026-03-09T23:00:00Z', 'today'],
    ['2026-03-05T12:00:00Z', 'in 5 days'],
    ['2026-03-10T23:00:00Z', null],
  ])('of whole days at %s says %s', (writtenAt, told) => {
    const days = { allDay: true, timeZone: null, startsAt: '2026-03-10T00:00:00', endsAt: '2026-03-11T00:00:00' }
    expect(tell(writtenAt, days)).toBe(told)
  })
})
