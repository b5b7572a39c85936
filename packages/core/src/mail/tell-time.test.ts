import { describe, expect, it } from 'vitest'
import { PLANNING } from './testing/sample-content.ts'
import { tellStart, tellTimes } from './tell-time.ts'

const tell = (times: Partial<typeof PLANNING>, timeZone = 'Europe/Berlin') =>
  tellTimes({ ...PLANNING, ...times }, timeZone)

const BERLIN_WINTER = 'Europe/Berlin (Central European Standard Time)'

describe('tellTimes', () => {
  it.each([
    ['an hour', {}, `Tuesday, 10 March 2026, 10:00 – 11:00, ${BERLIN_WINTER}`],
    [
      'over midnight',
      { startsAt: '2026-03-10T23:00:00', endsAt: '2026-03-11T01:00:00' },
      `Tuesday, 10 March 2026, 23:00 – Wednesday, 11 March 2026, 01:00, ${BERLIN_WINTER}`,
    ],
    [
      'until midnight',
      { startsAt: '2026-03-10T23:00:00', endsAt: '2026-03-11T00:00:00' },
      `Tuesday, 10 March 2026, 23:00 – midnight, ${BERLIN_WINTER}`,
    ],
    [
      'days that end at midnight',
      { startsAt: '2026-03-10T23:00:00', endsAt: '2026-03-12T00:00:00' },
      `Tuesday, 10 March 2026, 23:00 – Thursday, 12 March 2026, 00:00, ${BERLIN_WINTER}`,
    ],
    ['a moment', { endsAt: PLANNING.startsAt }, `Tuesday, 10 March 2026, 10:00, ${BERLIN_WINTER}`],
    [
      'in the first hour of summer time',
      { startsAt: '2026-03-29T03:00:00', endsAt: '2026-03-29T04:00:00' },
      'Sunday, 29 March 2026, 03:00 – 04:00, Europe/Berlin (Central European Summer Time)',
    ],
    [
      'over a change of clocks',
      { startsAt: '2026-03-29T01:30:00', endsAt: '2026-03-29T03:30:00' },
      'Sunday, 29 March 2026, 01:30 – 03:30, Europe/Berlin (Central European Standard Time at the start, Central European Summer Time at the end)',
    ],
    [
      'a September day, which English names differ on',
      { startsAt: '2026-09-01T10:00:00', endsAt: '2026-09-01T11:00:00' },
      'Tuesday, 1 September 2026, 10:00 – 11:00, Europe/Berlin (Central European Summer Time)',
    ],
    [
      'far ahead',
      { startsAt: '2090-07-04T10:00:00', endsAt: '2090-07-04T11:00:00' },
      'Tuesday, 4 July 2090, 10:00 – 11:00, Europe/Berlin (Central European Summer Time)',
    ],
    ['whichever clock', { timeZone: null }, 'Tuesday, 10 March 2026, 10:00 – 11:00, on the clock where you are'],
  ])('tells %s', (_name, times, told) => {
    expect(tell(times)).toEqual({ told, own: null })
  })

  it('tells another zone on the reader’s clocks first', () => {
    expect(tell({ timeZone: 'Asia/Kolkata' }, 'America/New_York')).toEqual({
      told: 'Tuesday, 10 March 2026, 00:30 – 01:30, America/New_York (Eastern Daylight Time)',
      own: 'Tuesday, 10 March 2026, 10:00 – 11:00, Asia/Kolkata (India Standard Time)',
    })
    const late = { timeZone: 'Asia/Kolkata', startsAt: '2026-03-10T09:00:00', endsAt: '2026-03-10T10:00:00' }
    expect(tell(late, 'America/New_York').told).toBe(
      'Monday, 9 March 2026, 23:30 – Tuesday, 10 March 2026, 00:30, America/New_York (Eastern Daylight Time)',
    )
  })

  it('tells the second 01:30 of a night in the zone of a reader whose clocks go back', () => {
    const utc = { timeZone: 'UTC', startsAt: '2026-11-01T06:30:00', endsAt: '2026-11-01T06:45:00' }
    expect(tell(utc, 'America/New_York')).toEqual({
      told: 'Sunday, 1 November 2026, 01:30 – 01:45, America/New_York (Eastern Standard Time)',
      own: 'Sunday, 1 November 2026, 06:30 – 06:45, UTC (Coordinated Universal Time)',
    })
  })

  it('does not tell a zone twice that has the same time', () => {
    expect(tell({ timeZone: 'Europe/Paris' }).own).toBeNull()
  })

  it.each([
    ['2026-03-11T00:00:00', 'Tuesday, 10 March 2026 (all day)', 'Tue 10 Mar 2026'],
    [
      '2026-03-13T00:00:00',
      'Tuesday, 10 March 2026 – Thursday, 12 March 2026 (all day)',
      'Tue 10 Mar 2026 – Thu 12 Mar 2026',
    ],
  ])('tells whole days until %s alike everywhere', (endsAt, told, start) => {
    const days = { ...PLANNING, allDay: true, timeZone: null, startsAt: '2026-03-10T00:00:00', endsAt }
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect(tellTimes(days, zone)).toEqual({ told, own: null })
      expect(tellStart(days, zone)).toBe(start)
    }
  })

  it('refuses a zone that is none', () => {
    expect(() => tell({}, 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('tellStart', () => {
  it('is brief', () => {
    expect(tellStart(PLANNING, 'America/New_York')).toBe('Tue 10 Mar 2026 05:00 (America/New_York)')
    expect(tellStart({ ...PLANNING, startsAt: '2026-09-01T10:00:00' }, 'UTC')).toBe('Tue 1 Sep 2026 08:00 (UTC)')
    expect(tellStart({ ...PLANNING, timeZone: null }, 'UTC')).toBe('Tue 10 Mar 2026 10:00')
  })
})
