import { listRemindersInput, mailInput, reminderSettingsInput } from '@astralis/core/reminders/reminder-offsets'
import { sendAgain } from '@astralis/services/mail/send-again'
import { getReminderSettings } from '@astralis/services/reminders/get-reminder-settings'
import { listReminders } from '@astralis/services/reminders/list-reminders'
import { setReminderSettings } from '@astralis/services/reminders/set-reminder-settings'
import { memberProcedure, router } from '../trpc.ts'

export const remindersRouter = router({
  list: memberProcedure
    .input(listRemindersInput)
    .query(async ({ ctx, input }) => ({ reminders: await listReminders(ctx.service, input) })),
  settings: memberProcedure.query(({ ctx }) => getReminderSettings(ctx.service)),
  setSettings: memberProcedure
    .input(reminderSettingsInput)
    .mutation(({ ctx, input }) => setReminderSettings(ctx.service, input)),
  sendAgain: memberProcedure.input(mailInput).mutation(async ({ ctx, input }) => {
    await sendAgain(ctx.service, input)
    return {}
  }),
})
