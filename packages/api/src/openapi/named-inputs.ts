import { emailSchema } from '@astralis/core/people/email'
import { recurrenceSchema } from '@astralis/core/recurrence/recurrence-schema'
import { reminderOffsetsSchema } from '@astralis/core/reminders/reminder-offsets'
import { suggestInput } from '@astralis/core/slots/suggest-input'
import { instantSchema } from '@astralis/core/time/instant'
import { timeZoneSchema } from '@astralis/core/time/time-zone'
import { components } from './components.ts'

/*
 * What inputs are made of, with what their JSON Schema alone does not say: it knows shapes and patterns, and nothing of what
 * core computes.
 */

components.add(instantSchema, {
  id: 'InstantInput',
  description: 'RFC 3339, with any offset, from 1970 to 2199: `2026-03-10T09:00:00Z`, `2026-03-10T10:00:00+01:00`.',
})

components.add(emailSchema, {
  id: 'EmailInput',
  description: 'An e-mail address. Spaces around it and capitals make no difference.',
  format: 'email',
  examples: ['ana@example.com'],
})

components.add(timeZoneSchema, {
  id: 'TimeZone',
  description: 'A name of the IANA time zone database.',
  examples: ['Europe/Berlin'],
})

components.add(recurrenceSchema, {
  id: 'Recurrence',
  description: 'RRULE, RDATE and EXDATE lines of RFC 5545, local to `timeZone`, or a bare rule.',
  examples: ['FREQ=WEEKLY;COUNT=4', 'RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE:20260317T100000'],
})

components.add(reminderOffsetsSchema, {
  id: 'ReminderOffsets',
  description: 'Minutes before the start: `[1440, 60]`. An empty list reminds nobody.',
})

/** Somebody of a search: an address, or an object. The address alone is turned into one before anything is checked. */
export const attendeeInput = suggestInput.shape.participants.element
components.add(attendeeInput, { id: 'AttendeeInput', description: 'A bare address is somebody who is required.' })
