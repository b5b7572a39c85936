import type { RemindedEvent } from '@astralis/core/reminders/plan-reminders'
import { replanReminders } from '@astralis/core/reminders/replan-reminders'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import {
  insertReminders,
  keepReminders,
  listOwnOffsets,
  listStoredReminders,
  skipPending,
} from '@astralis/db/queries/reminders'
import { sentTogether } from '../transaction.ts'

interface Replanning {
  orgId: string
  now: Temporal.Instant
  newId: () => string
  /** Of these, which had been written before. */
  knownIds: readonly string[]
  /** With it, only reminders to this person. */
  email?: string
}

/** Makes the reminders of events those that they should have as they are now (F4). Their people must be locked. */
export async function putReminders(
  tx: Transaction,
  events: readonly RemindedEvent[],
  { orgId, now, newId, knownIds, email }: Replanning,
): Promise<void> {
  const reminded = email === undefined ? events : events.map((event) => only(event, email))
  const people = [...new Set(reminded.flatMap(({ participants }) => participants.map((person) => person.email)))]
  const [own, stored] = await sentTogether([
    listOwnOffsets(tx, orgId, people),
    listStoredReminders(tx, orgId, knownIds, email),
  ])

  const changes = replanReminders({ events: reminded, stored, own, now })

  await sentTogether([
    keepReminders(tx, orgId, changes.kept),
    skipPending(tx, orgId, changes.skipped),
    insertReminders(
      tx,
      orgId,
      changes.added.map((reminder) => ({ ...reminder, id: newId() })),
      now,
    ),
  ])
}

function only(event: RemindedEvent, email: string): RemindedEvent {
  return { ...event, participants: event.participants.filter((person) => person.email === email) }
}
