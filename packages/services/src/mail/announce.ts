import type { Announcement } from '@astralis/core/mail/announce-change'
import type { Transaction } from '@astralis/db/client'
import { insertAnnouncements } from '@astralis/db/queries/mails'
import { listOrganizersBeingReminded } from '@astralis/db/queries/reminders'
import type { Runtime } from '../context.ts'

/**
 * Time to think again: whoever moves a meeting and takes it back at once sends no mail, and ten quick changes are told
 * as one.
 */
const GRACE_SECONDS = 5

/** Writes whom to tell what, with the jobs that will do it, in the transaction of the change (F1). */
export async function announce(
  tx: Transaction,
  {
    clock,
    newId,
    enqueue,
    actor: { orgId },
  }: Pick<Runtime, 'clock' | 'newId' | 'enqueue'> & { actor: { orgId: string } },
  announcements: readonly Announcement[],
): Promise<void> {
  const told = await withoutOwn(tx, orgId, announcements)
  if (told.length === 0) return
  const now = clock()
  const dueAt = now.add({ seconds: GRACE_SECONDS })
  const rows = told.map((announcement) => ({ ...announcement, id: newId() }))
  await insertAnnouncements(tx, orgId, rows, { now, dueAt })
  const jobs = rows.map(({ id }) => ({ payload: { orgId, id }, key: id, startAfter: dueAt }))
  await enqueue(tx, 'invitations.deliver', jobs)
}

/** Organizers hear of what they cancelled themselves only where a reminder of it is just being sent to them. */
async function withoutOwn(
  tx: Transaction,
  orgId: string,
  announcements: readonly Announcement[],
): Promise<readonly Announcement[]> {
  const own = announcements.filter(({ isOwn }) => isOwn)
  if (own.length === 0) return announcements
  const reminded = await listOrganizersBeingReminded(
    tx,
    orgId,
    own.map(({ eventId }) => eventId),
  )
  const isReminded = ({ eventId, recipientEmail }: Announcement) =>
    reminded.some((one) => one.eventId === eventId && one.email === recipientEmail)
  return announcements.filter((announcement) => !announcement.isOwn || isReminded(announcement))
}
