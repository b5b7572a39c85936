import { subjectKey } from '@astralis/core/mail/announced'
import {
  decideCancellation,
  decideInvitation,
  decideMembership,
  decideNotice,
  decideReminder,
  type Delivery,
  type Told,
} from '@astralis/core/mail/decide-delivery'
import { Temporal } from '@astralis/core/temporal'
import type { ClaimedMail, EarlierMail } from '@astralis/db/queries/deliveries'
import type { MailFacts } from './gather-mails.ts'

/** Puts the facts about one mail before the rules of core. */
export function decideMail(mail: ClaimedMail, facts: MailFacts, now: Temporal.Instant): Delivery {
  const { recipientEmail, kind } = mail
  // Whoever is deactivated hears of nothing any more.
  if (facts.members.get(recipientEmail)?.isActive === false) return { act: 'skip', reason: 'NOT_TAKING_PART' }
  if (kind === 'reminder') {
    const event = facts.events.get(mail.eventId) ?? null
    return decideReminder({ recipientEmail, event, hasNearer: facts.withNearer.has(mail.id), now })
  }
  if (kind === 'notice') return decideNotice(facts.accounts.get(mail.eventId)?.status ?? null)
  if (kind === 'membership') return decideMembership(facts.memberships.get(mail.eventId)?.expiresAt ?? null, now)
  const earlier = earlierThan(mail, facts)
  const isOnItsWay = earlier.some(({ status }) => status === 'CLAIMED')
  const told = lastTold(mail, facts)
  if (kind === 'cancellation' || kind === 'removal') {
    const isReminded = earlier.some((one) => one.kind === 'reminder')
    return decideCancellation({ kind, told, isReminded, isOnItsWay })
  }
  const invited = facts.invited.get(subjectKey(mail)) ?? null
  const event = invited?.calendarFor(recipientEmail)[0] ?? null
  return decideInvitation({ recipientEmail, event, isOver: invited?.isOver ?? false, told, isOnItsWay })
}

/** What the recipient heard last of this, or of the series that it is a part of. */
export function lastTold(mail: ClaimedMail, facts: MailFacts): Told | null {
  const told = earlierThan(mail, facts).filter(({ kind }) => kind !== 'reminder')
  const same = told.findLast((one) => subjectKey(one) === subjectKey(mail))
  if (same) return { kind: same.kind, event: same.event }
  const whole = told.findLast(({ originalStartsAt }) => originalStartsAt === null)
  return whole ? { kind: whole.kind, event: null } : null
}

/**
 * Under which UID the recipient's calendar knows it: the one that they have heard before, else the one of the linked
 * calendar that we wrote it to. A guest with an account there has it from there too, and should have it once.
 */
export function uidFor(mail: ClaimedMail, facts: MailFacts): string {
  const told = earlierThan(mail, facts).findLast(({ event }) => event !== null)
  return told?.event?.uid ?? facts.linkedUids.get(mail.uid) ?? mail.uid
}

function earlierThan(mail: ClaimedMail, { earlier }: MailFacts): EarlierMail[] {
  return earlier.filter(
    (one) =>
      one.uid === mail.uid &&
      one.recipientEmail === mail.recipientEmail &&
      Temporal.Instant.compare(one.createdAt, mail.createdAt) < 0,
  )
}
