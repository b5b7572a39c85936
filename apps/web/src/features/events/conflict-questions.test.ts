import { expect, test } from 'vitest'
import type { CalendarEvent } from './calendar-event.ts'
import { conflictQuestions } from './conflict-questions.ts'
import { eventValues, newEventValues, type EventFormValues } from './event-form-values.ts'
import { occurrence } from './testing/occurrence.ts'

const ANA = {
  email: 'ana@lighthouse.example',
  name: 'Ana Silva',
  isOptional: false,
  isOrganizer: true,
  status: 'accepted' as const,
}
const SPAN = { startsAt: '2031-06-10T08:00:00Z', endsAt: '2031-06-10T09:30:00Z' }
const STRETCH = { ...SPAN, allDay: false, timeZone: 'Europe/Berlin' }
const WEEKLY = 'RRULE:FREQ=WEEKLY;BYDAY=TU'

const form = (change: Partial<EventFormValues> = {}) => ({ ...newEventValues(STRETCH, ANA), ...change })
const ask = (values: EventFormValues, event: CalendarEvent | null = null) => conflictQuestions(values, event)

test('C4: conflicts are asked about for those whose time the event takes', () => {
  const participants = [
    ANA,
    { ...ANA, email: 'tom@partner.example', isOptional: true },
    { ...ANA, email: 'zoe@partner.example', status: 'declined' as const },
  ]
  expect(ask(form({ participants }), occurrence({ seriesId: null, recurrence: null }))).toEqual({
    event: { ...SPAN, participants: [ANA.email], excludeEventId: 'the-id' },
    series: null,
  })
  const nothing = { event: null, series: null }
  expect(ask(form({ showsAs: 'FREE' }))).toEqual(nothing)
  expect(ask(form({ endsAt: { date: '', time: '' } }))).toEqual(nothing)
  expect(ask(form({ participants: [] }))).toEqual(nothing)
})

test('B5, C4: with a rule all that it makes of the event is asked about', () => {
  expect(ask(form({ recurrence: WEEKLY }))).toEqual({
    event: null,
    series: {
      ...SPAN,
      participants: [ANA.email],
      recurrence: WEEKLY,
      timeZone: 'Europe/Berlin',
      allDay: false,
    },
  })
})

test('B5, C4: an occurrence is asked about alone and with its series, until its rule is another', () => {
  const event = occurrence()
  const values = eventValues(event)
  const both = ask(values, event)
  expect(both.event).toEqual({ ...SPAN, participants: [ANA.email], excludeEventId: 'the-id' })
  expect(both.series).toMatchObject({ recurrence: WEEKLY, excludeSeriesId: 'the-series' })
  expect(ask({ ...values, recurrence: 'RRULE:FREQ=DAILY' }, event).event).toBeNull()

  const moved = occurrence({ ownFields: ['time'], originalStartsAt: '2031-06-10T06:00:00Z' })
  expect(ask(values, moved).series).toBeNull()
  const movedOn = ask({ ...values, startsAt: { date: '2031-06-10', time: '11:00' } }, moved)
  expect(movedOn.series).not.toBeNull()
})
