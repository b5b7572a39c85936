import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { singleEvent } from '@astralis/core/ical/series-events'
import { subjectKey } from '@astralis/core/mail/announced'
import type { MailKind } from '@astralis/core/mail/mail-content'
import { renderMail } from '@astralis/core/mail/render-mail'
import type { Temporal } from '@astralis/core/temporal'
import type { ClaimedMail, WrittenMail } from '@astralis/db/queries/deliveries'
import { hashToken, newOrgToken } from '../auth/org-token.ts'
import { lastTold, uidFor } from './decide-mail.ts'
import type { DeliveryRuntime } from './delivery-runtime.ts'
import { isInviting, type MailFacts } from './gather-mails.ts'
import { writeMembership } from './write-membership.ts'
import { writeNotice } from './write-notice.ts'

interface Writing {
  orgId: string
  kind: MailKind
  facts: MailFacts
  now: Temporal.Instant
}

/** Writes a mail that has been decided on, as it is to be handed over. Throws where something in it can not be said. */
export function writeMail(
  runtime: DeliveryRuntime,
  mail: ClaimedMail,
  { orgId, kind, facts, now }: Writing,
): WrittenMail {
  if (kind === 'notice') return writeNotice(runtime, mail, facts)
  if (kind === 'membership') return writeMembership(runtime, mail, { orgId, facts })
  const { channel, publicUrl, newSecret } = runtime
  const uid = uidFor(mail, facts)
  const content = contentOf(mail, facts).map((event) => (mail.kind === 'reminder' ? event : { ...event, uid }))
  const [event, ...exceptions] = content
  if (!event) throw new Error('There is nothing left that this mail is about.')
  const { recipientEmail: email } = mail
  const person = event.participants.find((participant) => participant.email === email)
  const token = isAnswerable(kind) && event.organizer?.email !== email ? newOrgToken(orgId, newSecret) : null
  const message = renderMail({
    kind,
    recipient: {
      email,
      name: person?.name ?? null,
      timeZone: facts.members.get(email)?.timeZone ?? event.timeZone ?? 'UTC',
    },
    sender: channel.sender,
    writtenAt: now,
    event,
    exceptions,
    previous: kind === 'update' ? (lastTold(mail, facts)?.event ?? null) : null,
    answerUrl: token === null ? null : `${publicUrl}/invitations/${token}`,
  })
  return {
    id: mail.id,
    kind,
    message,
    content: kind === 'reminder' ? null : content,
    tokenHash: token === null ? null : hashToken(token),
  }
}

function contentOf(mail: ClaimedMail, facts: MailFacts): readonly CalendarEvent[] {
  if (mail.kind === 'reminder') {
    const event = facts.events.get(mail.eventId)
    return event ? [singleEvent(event)] : []
  }
  const invited = isInviting(mail) ? facts.invited.get(subjectKey(mail)) : null
  return invited?.calendarFor(mail.recipientEmail) ?? mail.content ?? []
}

function isAnswerable(kind: MailKind): boolean {
  return kind !== 'cancellation' && kind !== 'removal'
}
