import { expect, test } from 'vitest'
import { blockerText } from './blocker-text.ts'
import { relaxationText } from './relaxation-text.ts'
import type { Blocker, Relaxation } from './suggestions.ts'

const EMAIL = 'tom@partner.example'
const nameOf = () => 'Tom Reed'
const said = (rule: Blocker['rule'], facts: Blocker['facts'], locale: string) =>
  blockerText({ email: EMAIL, rule, facts, message: 'In the server’s words.' }, nameOf, 'Europe/Berlin', locale)

const HOURS = { timeZone: 'America/New_York', localStart: '2031-06-10T06:00', hours: [['09:00', '17:00']] }
const BUSY = { title: 'Lunch', startsAt: '2031-06-10T11:00:00Z', endsAt: '2031-06-10T12:00:00Z' }

test.each([
  ['en-US', 'Tom Reed: 6:00 AM in America/New York is outside of their working hours (9:00 AM–5:00 PM).'],
  ['de-DE', 'Tom Reed: 06:00 in America/New York is outside of their working hours (09:00–17:00).'],
])('E4: hours are said as in %s', (locale, expected) => {
  expect(said('OUTSIDE_HOURS', HOURS, locale).replaceAll(/\s/g, ' ')).toBe(expected)
})

test('E4: a day without hours, a day off and an event are said with their dates', () => {
  expect(said('OUTSIDE_HOURS', { ...HOURS, hours: [] }, 'en-GB')).toContain('(none that day)')
  expect(said('DAY_OFF', { date: '2031-06-10' }, 'en-US')).toBe('Tom Reed is off on Tue, Jun 10.')
  expect(said('BUSY', BUSY, 'en-GB').replaceAll(/\s/g, ' ')).toMatch(/^Tom Reed is busy: “Lunch”, Tue.*13:00.*14:00\.$/)
})

test('E4: what has not the facts for that is in the server’s words', () => {
  for (const rule of ['OUTSIDE_HOURS', 'DAY_OFF', 'BUSY', 'BUFFER'] as const)
    expect([rule, said(rule, {}, 'en-GB')]).toEqual([rule, 'In the server’s words.'])
})

test.each([
  ['SHORTER', { durationMinutes: 30 }, 'for 30 minutes'],
  ['WITHOUT_PERSON', { email: EMAIL }, 'without Tom Reed'],
  ['OTHER_TIME', {}, 'for everyone'],
  ['MOVE_EVENT', { title: 'Lunch' }, 'when “Lunch” is moved'],
] as const)('E4: what would help by %s is said with the time as the reader writes it', (kind, facts, change) => {
  const time = { startsAt: '2031-06-10T11:00:00Z', endsAt: '2031-06-10T12:00:00Z' }
  const relaxation: Relaxation = { kind, facts, message: 'In the server’s words.', ...time }
  const text = relaxationText(relaxation, 'Europe/Berlin', nameOf, 'en-US').replaceAll(/\s/g, ' ')
  expect(text).toBe(`Tue, Jun 10, 1:00 PM works ${change}.`)
})
