import { z } from 'zod'

/** Four weeks. */
const MAX_OFFSET_MINUTES = 40_320
export const MAX_REMINDERS = 5

/** Who has set nothing is reminded a day and an hour before the start (F2). */
export const DEFAULT_OFFSETS_MINUTES: readonly number[] = [1440, 60]

/**
 * Whole days begin at midnight, when nobody wants a mail: unless the event says otherwise, people are reminded once,
 * at five in the afternoon of the day before.
 */
export const ALL_DAY_OFFSETS_MINUTES: readonly number[] = [420]

const expected = `Expected whole minutes from 0 to ${MAX_OFFSET_MINUTES} (four weeks) before the start.`

/** How long before the start, each time once, the earliest reminder first. An empty list reminds nobody. */
export const reminderOffsetsSchema = z
  .array(z.int(expected).min(0, expected).max(MAX_OFFSET_MINUTES, expected))
  .max(MAX_REMINDERS, `Expected at most ${MAX_REMINDERS} reminders.`)
  .transform((offsets) => [...new Set(offsets)].toSorted((a, b) => b - a))

export const reminderSettingsInput = z.strictObject({ offsetsMinutes: reminderOffsetsSchema })
export type ReminderSettingsInput = z.output<typeof reminderSettingsInput>

export const listRemindersInput = z.strictObject({ eventId: z.uuid() })
export type ListRemindersInput = z.output<typeof listRemindersInput>

export const mailInput = z.strictObject({ id: z.uuid() })
export type MailInput = z.output<typeof mailInput>
