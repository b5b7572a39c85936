import type { MailKind } from '@astralis/core/mail/mail-content'
import type { MailMessage } from '@astralis/core/mail/message'
import type { MailInput } from '@astralis/core/reminders/reminder-offsets'
import type { Temporal } from '@astralis/core/temporal'
import { findOutboxMail } from '@astralis/db/queries/mails'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** One message of the outbox, whole. */
export interface OutboxMessage extends MailMessage {
  id: string
  kind: MailKind
  sentAt: Temporal.Instant
}

export async function getOutboxMail(ctx: ServiceContext, { id }: MailInput): Promise<OutboxMessage> {
  const { orgId, role, email } = ctx.actor
  const mail = await inOrganization(ctx, orgId, (tx) => findOutboxMail(tx, orgId, id))
  if (!mail || (role !== 'ADMIN' && mail.message.to.email !== email)) throw notFound('mail')
  return { ...mail.message, id: mail.id, kind: mail.kind, sentAt: mail.sentAt }
}
