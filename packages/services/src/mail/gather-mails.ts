import type { Event } from '@astralis/core/events/event'
import { subjectKey } from '@astralis/core/mail/announced'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import {
  type ClaimedMail,
  type EarlierMail,
  listEarlierMails,
  listTimeZones,
  listWithNearerReminder,
} from '@astralis/db/queries/deliveries'
import { listEventsById } from '@astralis/db/queries/events'
import { listLinkedUids } from '@astralis/db/queries/linked-items'
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
  timeZones: ReadonlyMap<string, string>
  /** Under which UID a linked calendar keeps what we wrote to it, by ours. */
  linkedUids: ReadonlyMap<string, string>
  /** What notices are about, by id. */
  accounts: ReadonlyMap<string, NoticedAccount>
}

export async function gatherMails(
  tx: Transaction,
  orgId: string,
  mails: readonly ClaimedMail[],
  now: Temporal.Instant,
): Promise<MailFacts> {
  const reminders = mails.filter(({ kind }) => kind === 'reminder')
  const notices = mails.filter(({ kind }) => kind === 'notice')
  const others = mails.filter(({ kind }) => kind !== 'reminder' && kind !== 'notice')
  const [events, withNearer, earlier, timeZones, linkedUids, accounts] = await sentTogether([
    listEventsById(tx, orgId, [...new Set(reminders.map(({ eventId }) => eventId))]),
    listWithNearerReminder(tx, orgId, idsOf(reminders), now),
    listEarlierMails(tx, orgId, idsOf(others)),
    listTimeZones(tx, orgId, [...new Set(mails.map(({ recipientEmail }) => recipientEmail))]),
    listLinkedUids(tx, orgId, [...new Set(others.map(({ uid }) => uid))]),
    listNoticedAccounts(tx, orgId, [...new Set(notices.map(({ eventId }) => eventId))]),
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
    timeZones,
    linkedUids,
    accounts: new Map(accounts.map((account) => [account.id, account])),
  }
}

/** What is called off is in the mail itself; what somebody is invited to may have changed since it was planned. */
export function isInviting({ kind }: Pick<ClaimedMail, 'kind'>): boolean {
  return kind === 'invitation' || kind === 'update'
}

function idsOf(mails: readonly ClaimedMail[]): string[] {
  return mails.map(({ id }) => id)
}
