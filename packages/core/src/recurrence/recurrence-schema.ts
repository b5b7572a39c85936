import { z } from 'zod'
import { parseRecurrence } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'

/** RRULE, RDATE and EXDATE lines that can be read. What they amount to depends on the event that they are for. */
export const recurrenceSchema = z.string().superRefine((rules, context) => {
  try {
    parseRecurrence({ startsAt: '2026-01-01T00:00:00', timeZone: 'UTC', rules })
  } catch (error) {
    if (!(error instanceof RecurrenceError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
  }
})
