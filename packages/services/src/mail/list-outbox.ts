import type { OutboxInput } from '@astralis/core/mail/outbox-input'
import * as queries from '@astralis/db/queries/mails'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

const PAGE_SIZE = 50

/**
 * What would have been sent had there been a mail service (F6), the latest first: all of it for an ADMIN, for others
 * what is addressed to them, because each mail holds its recipient's link to answer.
 */
export async function listOutbox(
  ctx: ServiceContext,
  { before }: OutboxInput,
): Promise<{ messages: queries.OutboxMail[] }> {
  const { orgId, role, email } = ctx.actor
  const recipientEmail = role === 'ADMIN' ? undefined : email
  const messages = await inOrganization(ctx, orgId, (tx) =>
    queries.listOutbox(tx, orgId, { recipientEmail, before, limit: PAGE_SIZE }),
  )
  return { messages }
}
