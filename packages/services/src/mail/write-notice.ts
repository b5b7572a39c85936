import { renderNotice } from '@astralis/core/mail/render-notice'
import { isBroken } from '@astralis/core/sync/connection-status'
import type { ClaimedMail, WrittenMail } from '@astralis/db/queries/deliveries'
import type { DeliveryRuntime } from './delivery-runtime.ts'
import type { MailFacts } from './gather-mails.ts'

/** Writes a notice of a linked account as it is now. Throws where there is nothing to say of it. */
export function writeNotice(
  { channel: { sender }, publicUrl }: DeliveryRuntime,
  { id, eventId, recipientEmail }: ClaimedMail,
  { accounts }: MailFacts,
): WrittenMail {
  const account = accounts.get(eventId)
  if (!account || !isBroken(account.status)) throw new Error('The linked account is not broken any more.')
  const { provider, accountEmail, status } = account
  const recipient = { email: recipientEmail, name: null }
  const connectionsUrl = `${publicUrl}/calendar/connections`
  const message = renderNotice({ recipient, sender, provider, accountEmail, status, connectionsUrl })
  return { id, kind: 'notice', message, content: null, tokenHash: null }
}
