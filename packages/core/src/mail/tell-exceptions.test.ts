import { describe, expect, it } from 'vitest'
import { tellExceptions } from './tell-exceptions.ts'
import { movedOccurrence, WEEKLY } from './testing/sample-content.ts'

const tell = (exceptions: Parameters<typeof tellExceptions>[1], timeZone = 'Europe/Berlin') =>
  tellExceptions(WEEKLY, exceptions, timeZone)

const SLOT = '2026-03-17T10:00:00'
const asIs = movedOccurrence(SLOT, SLOT, '2026-03-17T11:00:00')

describe('tellExceptions', () => {
  it.each([
    [
      { startsAt: '2026-03-18T14:00:00', endsAt: '2026-03-18T15:00:00' },
      'moved: Tue 17 Mar 2026 10:00 → Wed 18 Mar 2026 14:00',
    ],
    [
      { startsAt: '2026-03-18T14:00:00', endsAt: '2026-03-18T16:30:00', location: 'Roof' },
      'moved: Tue 17 Mar 2026 10:00 → Wed 18 Mar 2026 14:00, until 16:30, another place',
    ],
    [{ endsAt: '2026-03-17T12:00:00' }, 'Tue 17 Mar 2026 10:00: until 12:00'],
    [{ title: 'Review', meetingLink: null }, 'Tue 17 Mar 2026 10:00: another title, another meeting link'],
    [{ status: 'CANCELLED' as const }, 'Tue 17 Mar 2026 10:00: does not take place'],
  ])('says of %o: %s', (changes, line) => {
    expect(tell([{ ...asIs, ...changes }])).toEqual([line])
  })

  it('says nothing of answers', () => {
    expect(tell([{ ...asIs, participants: [] }])).toEqual([])
  })

  it('tells both times on the reader’s clocks, which change on another day', () => {
    const moved = movedOccurrence('2026-03-17T10:00:00', '2026-04-01T10:00:00', '2026-04-01T11:00:00')
    expect(tell([moved], 'America/New_York')).toEqual(['moved: Tue 17 Mar 2026 05:00 → Wed 1 Apr 2026 04:00'])
  })

  it('of whole days tells dates', () => {
    const days = { allDay: true, timeZone: null, startsAt: '2026-03-10T00:00:00', endsAt: '2026-03-11T00:00:00' }
    const moved = { ...days, startsAt: '2026-03-18T00:00:00', endsAt: '2026-03-19T00:00:00' }
    const exception = { ...asIs, ...moved, originalStartsAt: '2026-03-17T00:00:00', originalTimeZone: null }
    expect(tellExceptions({ ...WEEKLY, ...days }, [exception], 'America/New_York')).toEqual([
      'moved: Tue 17 Mar 2026 → Wed 18 Mar 2026',
    ])
  })

  it('tells ten in their order, and how many more there are', () => {
    const dates = Array.from({ length: 13 }, (_, index) => `2026-05-${22 - index}T10:00:00`)
    const lines = tell(dates.map((date) => ({ ...asIs, originalStartsAt: date, status: 'CANCELLED' as const })))
    expect(lines.length).toBe(11)
    expect(lines[0]).toBe('Sun 10 May 2026 10:00: does not take place')
    expect(lines.at(-1)).toBe('and 3 more')
  })
})
