import type { Event } from '@astralis/core/events/event'
import { subjectKey } from '@astralis/core/mail/announced'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import {
  type ClaimedMail,
  type EarlierMail,
  listEarlierMails,
  listRecipients,
  listWithNearerReminder,
  type Recipient,
} from '@astralis/db/queries/deliveries'
import { listEventsById } from '@astralis/db/queries/events'
import { listLinkedUids } from '@astralis/db/queries/linked-items'
import { listMailedInvitations, type MailedInvitation } from '@astralis/db/queries/member-invitations'
import { listNoticedAccounts, type NoticedAccount } from '@astralis/db/queries/notices'
import { sentTogether } from '../transaction.ts'
import { findInvited, type Invited } from './gather-invitations.ts'

/** All that has to be known to decide on some mails and to write them. */
export interface MailFacts {
  events: ReadonlyMap<string, Event>
  withNearer: ReadonlySet<string>
  earlier: readonly EarlierMail[]
  /** By `subjectKey`. */
  invited: ReadonlyMap<string, Invited | null>
  /** Recipients who have an account here, by e-mail. */
  members: ReadonlyMap<string, Recipient>
  /** Under which UID a linked calendar keeps what we wrote to it, by ours. */
  linkedUids: ReadonlyMap<string, string>
  /** What notices are about, by id. */
  accounts: ReadonlyMap<string, NoticedAccount>
  /** Invitations to join that are still there, by id. */
  memberships: ReadonlyMap<string, MailedInvitation>
}

export async function gatherMails(
  tx: Transaction,
  orgId: string,
  mails: readonly ClaimedMail[],
  now: Temporal.Instant,
): Promise<MailFacts> {
  const reminders = mails.filter(({ kind }) => kind === 'reminder')
  const notices = mails.filter(({ kind }) => kind === 'notice')
  const joining = mails.filter(({ kind }) => kind === 'membership')
  const others = mails.filter(isOfChange)
  const [events, withNearer, earlier, members, linkedUids, accounts, memberships] = await sentTogether([
    listEventsById(tx, orgId, [...new Set(reminders.map(({ eventId }) => eventId))]),
    listWithNearerReminder(tx, orgId, idsOf(reminders), now),
    listEarlierMails(tx, orgId, idsOf(others)),
    listRecipients(tx, orgId, [...new Set(mails.map(({ recipientEmail }) => recipientEmail))]),
    listLinkedUids(tx, orgId, [...new Set(others.map(({ uid }) => uid))]),
    listNoticedAccounts(tx, orgId, [...new Set(notices.map(({ eventId }) => eventId))]),
    listMailedInvitations(tx, orgId, [...new Set(joining.map(({ eventId }) => eventId))]),
  ])
  const invited = new Map<string, Invited | null>()
  for (const mail of others) {
    const key = subjectKey(mail)
    if (isInviting(mail) && !invited.has(key)) invited.set(key, await findInvited(tx, orgId, mail, now))
  }
  return {
    events: new Map(events.map((event) => [event.id, event])),
    withNearer: new Set(withNearer),
    earlier,
    invited,
    members: new Map(members.map((member) => [member.email, member])),
    linkedUids,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    memberships: new Map(memberships.map((invitation) => [invitation.id, invitation])),
  }
}

/** Of an event that was planned, changed or called off. */
function isOfChange({ kind }: Pick<ClaimedMail, 'kind'>): boolean {
  return kind !== 'reminder' && kind !== 'notice' && kind !== 'membership'
}

/** What is called off is in the mail itself; what somebody is invited to may have changed since it was planned. */
export function isInviting({ kind }: Pick<ClaimedMail, 'kind'>): boolean {
  return kind === 'invitation' || kind === 'update'
}

function idsOf(mails: readonly ClaimedMail[]): string[] {
  return mails.map(({ id }) => id)
}
