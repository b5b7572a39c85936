import { renderMembership } from '@astralis/core/mail/render-membership'
import type { ClaimedMail, WrittenMail } from '@astralis/db/queries/deliveries'
import { joinTokenPlace } from '../connections/sealed-places.ts'
import { joinUrl } from '../members/join-url.ts'
import type { DeliveryRuntime } from './delivery-runtime.ts'
import type { MailFacts } from './gather-mails.ts'

/**
 * Writes an invitation to join. Its link is made from the sealed token, which is there until this mail is settled: a worker
 * that takes over writes the same link again. Throws where there is nothing left to invite to.
 */
export function writeMembership(
  { channel: { sender }, publicUrl, seal }: DeliveryRuntime,
  { id, eventId, recipientEmail }: ClaimedMail,
  { orgId, facts: { memberships } }: { orgId: string; facts: MailFacts },
): WrittenMail {
  const invitation = memberships.get(eventId)
  if (!invitation?.sealedToken) throw new Error('The invitation is withdrawn, or was mailed already.')
  const { inviterEmail, invitedBy, organizationName, role, expiresAt, timeZone, sealedToken } = invitation
  const token = seal.open(sealedToken, joinTokenPlace({ orgId, id: eventId }))
  const message = renderMembership({
    recipientEmail,
    sender,
    inviter: { email: inviterEmail, name: invitedBy },
    organizationName,
    role,
    expiresAt,
    timeZone,
    joinUrl: joinUrl(publicUrl, token),
  })
  return { id, kind: 'membership', message, content: null, tokenHash: null }
}
