import { expect, test } from 'vitest'
import type { EventFormValues } from './event-form-values.ts'
import { findUnsaved, keepUnsaved } from './unsaved-event.ts'

test('what one user left unsaved is never shown to another', () => {
  const time = { date: '2031-06-10', time: '10:00' }
  const values: EventFormValues = {
    title: 'Half a thought',
    allDay: false,
    startsAt: time,
    endsAt: time,
    timeZone: 'UTC',
    participants: [],
    location: '',
    meetingLink: '',
    description: '',
    showsAs: 'BUSY',
    recurrence: '',
    reminderOffsetsMinutes: null,
  }
  const unsaved = { ownerId: 'ana', eventId: null, values }
  keepUnsaved(unsaved)
  expect(findUnsaved('tom')).toBeNull()
  expect(findUnsaved('ana')).toBe(unsaved)
  keepUnsaved(null)
  expect(findUnsaved('ana')).toBeNull()
})
