import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { newEventValues, type EventFormValues } from './event-form-values.ts'
import { otherTimesQuestion } from './other-times-question.ts'

const ANA = {
  email: 'ana@lighthouse.example',
  name: 'Ana Silva',
  isOptional: false,
  isOrganizer: true,
  status: 'accepted' as const,
}
const STRETCH = {
  startsAt: '2031-06-10T08:00:00Z',
  endsAt: '2031-06-10T09:30:00Z',
  allDay: false,
  timeZone: 'Europe/Berlin',
}
const BEFORE = '2031-06-01T00:00:00Z'

const ask = (change: Partial<EventFormValues> = {}, now = BEFORE) =>
  otherTimesQuestion({ ...newEventValues(STRETCH, ANA), ...change }, Temporal.Instant.from(now))

test('C4: other times are asked for in the week from the day of the event on', () => {
  expect(ask()).toEqual({
    participants: [{ email: ANA.email, isOptional: false }],
    durationMinutes: 90,
    range: { from: '2031-06-09T22:00:00Z', to: '2031-06-16T22:00:00Z' },
    timeZone: 'Europe/Berlin',
    limit: 3,
  })
})

test('C4: none that are past', () => {
  expect(ask({}, '2031-06-10T12:00:00Z')?.range).toEqual({ from: '2031-06-10T12:00:00Z', to: '2031-06-17T12:00:00Z' })
})

test('C4: who has declined is not asked for, and who is optional is asked for as such', () => {
  const optional = { ...ANA, email: 'tom@partner.example', isOptional: true, isOrganizer: false }
  const declined = { ...ANA, email: 'zoe@partner.example', status: 'declined' as const }
  expect(ask({ participants: [ANA, optional, declined] })?.participants).toEqual([
    { email: ANA.email, isOptional: false },
    { email: 'tom@partner.example', isOptional: true },
  ])
})

test.each<[string, Partial<EventFormValues>]>([
  ['whole days', { allDay: true }],
  ['an event that repeats', { recurrence: 'RRULE:FREQ=WEEKLY' }],
  ['a time that is being typed', { startsAt: { date: '2031-06-10', time: '' } }],
  ['more than eight hours', { endsAt: { date: '2031-06-10', time: '18:15' } }],
  ['less than a quarter of an hour', { endsAt: { date: '2031-06-10', time: '10:10' } }],
])('C4: nothing is asked for %s', (_, change) => {
  expect(ask(change)).toBeNull()
})
