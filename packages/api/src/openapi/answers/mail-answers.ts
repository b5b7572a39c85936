import { MAIL_STATUSES, SKIP_REASONS } from '@astralis/core/mail/mail'
import { MAIL_KINDS } from '@astralis/core/mail/mail-content'
import { z } from 'zod'
import { instant, nothing } from './wire-forms.ts'

const id = z.uuid()
const kind = z.enum(MAIL_KINDS)
const recipientEmail = z.string()
const person = z.object({ email: z.string(), name: z.string().nullable() })

/** How far a mail has come. */
const delivery = {
  status: z.enum(MAIL_STATUSES),
  skipReason: z.enum(SKIP_REASONS).nullable(),
  sentAt: instant.nullable(),
  error: z.string().nullable(),
}

const reminder = z.object({ id, recipientEmail, offsetMinutes: z.int(), dueAt: instant, ...delivery })
const settings = z.object({ offsetsMinutes: z.array(z.int()) })

export const mailAnswers = {
  'reminders.list': z.object({ reminders: z.array(reminder) }),
  'reminders.settings': settings,
  'reminders.setSettings': settings,
  'reminders.sendAgain': nothing,
  'mails.list': z.object({ mails: z.array(z.object({ id, kind, recipientEmail, ...delivery })) }),
  'mails.outbox': z.object({
    messages: z.array(z.object({ id, kind, sentAt: instant, recipientEmail, subject: z.string() })),
  }),
  'mails.outboxMessage': z.object({
    message: z.object({
      id,
      kind,
      sentAt: instant,
      from: z.object({ email: z.string(), name: z.string() }),
      to: person,
      replyTo: person.nullable(),
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL']), content: z.string() }).nullable(),
    }),
  }),
}
