import { describe, expect, it } from 'vitest'
import { changedLines } from './changed-lines.ts'

const BERLIN = 'Europe/Berlin'
const lines = (before: Record<string, unknown> | null, after: Record<string, unknown> | null, timeZone = BERLIN) =>
  changedLines({ before, after }, timeZone, 'en-GB')

describe('B7: before and after in words', () => {
  it('what is the same on both sides is left out', () => {
    expect(
      lines(
        { title: 'Planning', source: 'internal', location: null },
        { title: 'Planning', source: 'internal', location: 'Studio 2' },
      ),
    ).toEqual([{ label: 'Location', before: null, after: 'Studio 2' }])
  })

  it('of what was made, all that it has', () => {
    expect(lines(null, { title: 'Planning', description: null, allDay: false, participants: [] })).toEqual([
      { label: 'Title', before: null, after: 'Planning' },
      { label: 'All day', before: null, after: 'No' },
    ])
  })

  it('times are the reader’s', () => {
    const [line] = lines({ startsAt: '2026-03-10T09:00:00Z' }, { startsAt: '2026-03-10T23:30:00Z' })
    expect(line).toEqual({ label: 'Starts', before: '10 Mar 2026, 10:00', after: '11 Mar 2026, 00:30' })
    const [elsewhere] = lines(null, { startsAt: '2026-03-10T23:30:00Z' }, 'America/New_York')
    expect(elsewhere?.after).toBe('10 Mar 2026, 19:30')
  })

  it('an all-day event has its own days, whoever reads', () => {
    const day = {
      allDay: true,
      timeZone: 'Asia/Tokyo',
      startsAt: '2026-03-09T15:00:00Z',
      endsAt: '2026-03-11T15:00:00Z',
    }
    expect(lines(null, day, 'America/New_York').map(({ after }) => after)).toEqual([
      '10 Mar 2026',
      '11 Mar 2026',
      'Yes',
      'Asia/Tokyo',
    ])
  })

  it.each<[string, unknown, string | null]>([
    ['status', 'SCHEDULED', 'Scheduled'],
    ['status', 'NEEDS_REAUTH', 'Needs reauth'],
    ['title', 'SCHEDULED', 'SCHEDULED'],
    ['showsAs', 'FREE', 'Free'],
    ['scope', 'following', 'This and following events'],
    ['source', 'google', 'Google Calendar'],
    ['provider', 'GOOGLE', 'Google Calendar'],
    ['timeZone', 'America/New_York', 'America/New York'],
    ['offsetsMinutes', [1440, 60], '1 day and 1 hour before'],
    ['offsetsMinutes', [], 'No reminders'],
    ['bufferBeforeMinutes', 15, '15 minutes'],
    ['occurrences', 1200, '1,200'],
    ['added', ['Work', 'Team'], 'Work, Team'],
    ['isActive', true, 'Yes'],
    ['description', 'two\nlines', 'two\nlines'],
    ['suggestion', { score: 87, reasons: [] }, 'Score 87'],
    ['somethingNew', { deep: [1] }, '{"deep":[1]}'],
    ['somethingNew', null, null],
    ['invitation', '4f0c2f0e-6d0a-4c39-9a53-6f1c0c1f4f11', null],
    [
      'participants',
      [
        { email: 'ben@example.com', name: 'Ben Okafor', status: 'accepted' },
        { email: 'guest@example.org', name: null, status: 'pending', isOptional: true },
      ],
      'Ben Okafor (yes), guest@example.org (no answer, optional)',
    ],
    ['participants', 'nonsense', 'nonsense'],
    [
      'rules',
      [
        { dayOfWeek: 1, startTime: '09:00', endTime: '17:00', isActive: true },
        { dayOfWeek: 2, startTime: '09:00', endTime: '17:00', isActive: false },
        { dayOfWeek: 5, startTime: '09:00', endTime: '12:00', isActive: true },
      ],
      'Mon 09:00–17:00, Fri 09:00–12:00',
    ],
    [
      'overrides',
      [
        { date: '2026-03-10', ranges: [] },
        {
          date: '2026-03-11',
          ranges: [
            { startTime: '10:00', endTime: '11:00' },
            { startTime: '12:00', endTime: '13:00' },
          ],
        },
      ],
      'Tue 10 Mar off, Wed 11 Mar 10:00–11:00 and 12:00–13:00',
    ],
  ])('%s: %j → %s', (field, value, words) => {
    expect(lines(null, { [field]: value })[0]?.after ?? null).toBe(words)
  })

  it('a rule reads as it does elsewhere, where its start is known', () => {
    const rule = 'RRULE:FREQ=WEEKLY'
    const series = { recurrence: rule, startsAt: '2026-03-10T09:00:00Z', timeZone: BERLIN }
    expect(lines(null, series).find(({ label }) => label === 'Repeats')?.after).toMatch(/tuesday/i)
    expect(lines(null, { recurrence: rule })[0]?.after).toBe(rule)
  })
})
