import { outboxInput } from '@astralis/core/mail/outbox-input'
import { listRemindersInput, mailInput } from '@astralis/core/reminders/reminder-offsets'
import { getOutboxMail } from '@astralis/services/mail/get-outbox-mail'
import { listMails } from '@astralis/services/mail/list-mails'
import { listOutbox } from '@astralis/services/mail/list-outbox'
import { memberProcedure, router } from '../trpc.ts'

/** Invitations, updates and cancellations, and what the outbox holds. */
export const mailsRouter = router({
  list: memberProcedure
    .input(listRemindersInput)
    .query(async ({ ctx, input }) => ({ mails: await listMails(ctx.service, input) })),
  outbox: memberProcedure.input(outboxInput).query(({ ctx, input }) => listOutbox(ctx.service, input)),
  outboxMessage: memberProcedure
    .input(mailInput)
    .query(async ({ ctx, input }) => ({ message: await getOutboxMail(ctx.service, input) })),
})
