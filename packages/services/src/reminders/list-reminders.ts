import { seesDetails } from '@astralis/core/events/visibility'
import type { MailStatus, SkipReason } from '@astralis/core/mail/mail'
import type { ListRemindersInput } from '@astralis/core/reminders/reminder-offsets'
import type { Temporal } from '@astralis/core/temporal'
import { findEvent } from '@astralis/db/queries/events'
import { listMailsOf } from '@astralis/db/queries/mails'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

export interface Reminder {
  id: string
  recipientEmail: string
  offsetMinutes: number
  dueAt: Temporal.Instant
  status: MailStatus
  /** Why it was not sent although nothing failed. */
  skipReason: SkipReason | null
  sentAt: Temporal.Instant | null
  /** What the mail service said last. */
  error: string | null
}

/** Every reminder of an event, past ones too, the earliest first (F2). */
export async function listReminders(ctx: ServiceContext, { eventId }: ListRemindersInput): Promise<Reminder[]> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const event = await findEvent(tx, orgId, eventId)
    if (!event || !seesDetails(ctx.actor, event)) throw notFound('event')
    const mails = await listMailsOf(tx, orgId, eventId, true)
    return mails.map(({ id, recipientEmail, offsetMinutes, dueAt, status, skipReason, sentAt, error }) => ({
      id,
      recipientEmail,
      offsetMinutes: offsetMinutes ?? 0,
      dueAt,
      status,
      skipReason,
      sentAt,
      error,
    }))
  })
}
