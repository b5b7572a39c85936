import { expect, test } from 'vitest'
import { problemsOf } from './event-form-resolver.ts'
import {
  endAfterMove,
  eventValues,
  newEventValues,
  toEventFields,
  toSpan,
  type EventFormValues,
} from './event-form-values.ts'

const BERLIN = 'Europe/Berlin'
const ANA = {
  email: 'ana@lighthouse.example',
  name: 'Ana Silva',
  isOptional: false,
  isOrganizer: true,
  status: 'accepted' as const,
}
const STRETCH = { startsAt: '2031-06-10T08:00:00Z', endsAt: '2031-06-10T09:30:00Z', allDay: false, timeZone: BERLIN }

function form(change: Partial<EventFormValues> = {}): EventFormValues {
  return { ...newEventValues(STRETCH, ANA), title: 'Review', ...change }
}

test('B2: the form shows the clock of the event’s zone and gives the same instants back', () => {
  const values = form()
  expect(values.startsAt).toEqual({ date: '2031-06-10', time: '10:00' })
  expect(toSpan(values)).toEqual({ startsAt: STRETCH.startsAt, endsAt: STRETCH.endsAt })
  expect(toSpan({ ...values, timeZone: 'UTC' })).toEqual({
    startsAt: '2031-06-10T10:00:00Z',
    endsAt: '2031-06-10T11:30:00Z',
  })
})

test('B2: an all-day event names its last day, and means the midnight after it', () => {
  const stretch = { ...STRETCH, startsAt: '2031-06-09T22:00:00Z', endsAt: '2031-06-12T22:00:00Z', allDay: true }
  const values = newEventValues(stretch, ANA)
  expect([values.startsAt.date, values.endsAt.date]).toEqual(['2031-06-10', '2031-06-12'])
  expect(toSpan(values)).toEqual({ startsAt: stretch.startsAt, endsAt: stretch.endsAt })
})

test('B2: a time that the clock change skips moves forward; one that happens twice means the first', () => {
  const at = (date: string, time: string) => toSpan(form({ startsAt: { date, time } })).startsAt
  expect(at('2031-03-30', '02:30')).toBe('2031-03-30T01:30:00Z')
  expect(at('2031-10-26', '02:30')).toBe('2031-10-26T00:30:00Z')
})

test('B2: an event survives its way through the form', () => {
  const event = {
    ...STRETCH,
    title: 'Review',
    participants: [ANA],
    location: null,
    meetingLink: 'https://meet.example/q',
    description: null,
    showsAs: 'FREE' as const,
    recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
    reminderOffsetsMinutes: [1440, 45],
  }
  expect(toEventFields(eventValues(event))).toEqual({
    ...STRETCH,
    title: 'Review',
    participants: [{ email: ANA.email, name: ANA.name, isOptional: false }],
    location: '',
    meetingLink: 'https://meet.example/q',
    description: '',
    showsAs: 'FREE',
    recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
    reminderOffsetsMinutes: [1440, 45],
  })
  expect(toEventFields(form())).toMatchObject({ recurrence: null, reminderOffsetsMinutes: null })
})

test('B3: the form says what core says, and in its own words only that a time is missing', () => {
  expect(problemsOf(form())).toEqual({})
  expect(problemsOf(form({ title: ' ', startsAt: { date: '', time: '10:00' } }))).toEqual({
    title: 'Expected 1 to 200 characters.',
    startsAt: 'Choose the start date and time.',
  })
  expect(problemsOf(form({ allDay: true, endsAt: { date: '', time: '' } }))).toEqual({
    endsAt: 'Choose the end date.',
  })
  expect(Object.keys(problemsOf(form({ endsAt: { date: '2031-06-10', time: '10:00' } })))).toEqual(['endsAt'])
  expect(Object.keys(problemsOf(form({ participants: [{ ...ANA, email: 'ana@' }] })))).toEqual(['participants.0.email'])
  expect(Object.keys(problemsOf(form({ recurrence: 'FREQ=HOURLY' })))).toEqual(['recurrence'])
})

test('F2: reminders that are there twice or make no sense are named at their place; none at all are fine', () => {
  const hour = { amount: 1, unit: 'hours' as const }
  expect(problemsOf(form({ reminderOffsetsMinutes: [hour, hour] }))).toEqual({
    'reminderOffsetsMinutes.1': 'There is a reminder at this time already.',
  })
  const wrong = form({ reminderOffsetsMinutes: [{ ...hour, amount: Number.NaN }] })
  expect(Object.keys(problemsOf(wrong))).toEqual(['reminderOffsetsMinutes.0'])
  expect(toEventFields(form({ reminderOffsetsMinutes: [] })).reminderOffsetsMinutes).toEqual([])
})

test('B1: a moved start keeps the length; a length that makes no sense is left alone', () => {
  expect(endAfterMove(form(), { date: '2031-06-12', time: '23:00' })).toEqual({ date: '2031-06-13', time: '00:30' })
  const reversed = form({ endsAt: { date: '2031-06-01', time: '10:00' } })
  expect(endAfterMove(reversed, { date: '2031-06-12', time: '23:00' })).toEqual(reversed.endsAt)
})
