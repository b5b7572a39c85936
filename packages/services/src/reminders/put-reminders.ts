import type { RemindedEvent } from '@astralis/core/reminders/plan-reminders'
import { replanReminders } from '@astralis/core/reminders/replan-reminders'
import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import {
  insertReminders,
  keepReminders,
  listOwnOffsets,
  listStoredReminders,
  skipPending,
} from '@astralis/db/queries/reminders'
import type { Enqueue } from '../enqueue.ts'
import { AHEAD_SECONDS } from '../mail/sweep-mails.ts'
import { sentTogether } from '../transaction.ts'

interface Replanning {
  orgId: string
  now: Temporal.Instant
  newId: () => string
  enqueue: Enqueue
  /** Of these, which had been written before. */
  knownIds: readonly string[]
  /** With it, only reminders to this person. */
  email?: string
}

/** Makes the reminders of events those that they should have as they are now (F4). Their people must be locked. */
export async function putReminders(
  tx: Transaction,
  events: readonly RemindedEvent[],
  { orgId, now, newId, enqueue, knownIds, email }: Replanning,
): Promise<void> {
  const reminded = email === undefined ? events : events.map((event) => only(event, email))
  const people = [...new Set(reminded.flatMap(({ participants }) => participants.map((person) => person.email)))]
  const [own, stored] = await sentTogether([
    listOwnOffsets(tx, orgId, people),
    listStoredReminders(tx, orgId, knownIds, email),
  ])

  const changes = replanReminders({ events: reminded, stored, own, now })

  const added = changes.added.map((reminder) => ({ ...reminder, id: newId() }))
  // The next sweep may come too late for these.
  const soon = added
    .filter(({ dueAt }) => Temporal.Instant.compare(dueAt, now.add({ seconds: AHEAD_SECONDS })) <= 0)
    .map(({ id, dueAt }) => ({ payload: { orgId, id }, key: id, startAfter: dueAt }))
  await sentTogether([
    keepReminders(tx, orgId, changes.kept),
    skipPending(tx, orgId, changes.skipped),
    insertReminders(tx, orgId, added, now),
    enqueue(tx, 'scheduling-reminders', soon),
  ])
}

function only(event: RemindedEvent, email: string): RemindedEvent {
  return { ...event, participants: event.participants.filter((person) => person.email === email) }
}
