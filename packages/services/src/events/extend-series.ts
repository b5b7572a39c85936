import { planExtension } from '@astralis/core/series/plan-extension'
import { horizonOf } from '@astralis/core/series/horizon'
import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import { lockPeople } from '@astralis/db/locks'
import { listExceptions } from '@astralis/db/queries/linked-items'
import { listDueSeries, setNextStarts } from '@astralis/db/queries/series'
import type { Runtime } from '../context.ts'
import { inOrganization, PeopleChanged } from '../transaction.ts'
import { writeEvents } from './write-events.ts'

/** Series in one transaction: enough to save round trips, few enough that nobody waits long for their locks. */
const BATCH_SIZE = 100

/**
 * Makes the occurrences of one organization's series that have come within the horizon (B5). Each batch is a
 * transaction of its own: a worker that is killed leaves whole series behind, and the next run goes on.
 */
export async function extendSeries(runtime: Runtime, { orgId }: { orgId: string }): Promise<{ occurrences: number }> {
  const now = runtime.clock()
  const horizon = Temporal.Instant.fromEpochMilliseconds(horizonOf(now))
  let occurrences = 0
  for (;;) {
    const added = await inOrganization(runtime, orgId, async (tx) => {
      const due = await lockDueSeries(tx, orgId, horizon)
      const imported = due.filter(({ source }) => source !== 'internal').map(({ id }) => id)
      const exceptions = await listExceptions(tx, orgId, imported)
      const plans = due.map((series) =>
        planExtension(series, { now, newId: runtime.newId, exceptions: exceptions.get(series.id) }),
      )
      const events = plans.flatMap((plan) => plan.added)
      const source = { ...runtime, origin: 'worker', actor: { orgId, userId: null } }
      await writeEvents(tx, source, { changed: [], added: events, removed: [] }, { now })
      await setNextStarts(
        tx,
        orgId,
        plans.map(({ series }) => series),
      )
      return due.length === 0 ? null : events.length
    })
    if (added === null) return { occurrences }
    occurrences += added
  }
}

/** Somebody may have changed a series until its people are locked. */
async function lockDueSeries(tx: Transaction, orgId: string, horizon: Temporal.Instant) {
  const list = () => listDueSeries(tx, orgId, horizon, BATCH_SIZE)
  const found = await list()
  const people = new Set(found.flatMap(({ participants }) => participants.map(({ email }) => email)))
  await lockPeople(tx, orgId, [...people])
  const due = await list()
  if (due.some(({ participants }) => participants.some(({ email }) => !people.has(email)))) throw new PeopleChanged()
  return due
}
