import { listDueMails } from '@astralis/db/queries/deliveries'
import { enterSweep, leaveSweep } from '@astralis/db/tenancy'
import { Temporal } from '@astralis/core/temporal'
import type { Runtime } from '../context.ts'

/** Until the sweep after the next: a mail is queued ahead of its time, and so leaves on the second. */
export const AHEAD_SECONDS = 90

/** Mails in one sweep. What is beyond has to wait for those before it anyway. */
const MAX_MAILS = 10_000

/**
 * Queues what is due, or will be before the next sweep, and whatever a lost job or a killed worker left behind (F3). A
 * mail whose job is waiting, running or to be retried is not queued again.
 */
export async function sweepMails(runtime: Runtime): Promise<{ mails: number }> {
  const dueBy = runtime.clock().add({ seconds: AHEAD_SECONDS })
  return runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    const due = await listDueMails(tx, dueBy, MAX_MAILS)
    await leaveSweep(tx)
    const jobs = ({ orgId, id, dueAt }: (typeof due)[number]) => ({
      payload: { orgId, id },
      key: id,
      startAfter: Temporal.Instant.from(dueAt),
    })
    const { reminders = [], others = [] } = Object.groupBy(due, ({ isReminder }) =>
      isReminder ? 'reminders' : 'others',
    )
    await runtime.enqueue(tx, 'scheduling-reminders', reminders.map(jobs))
    await runtime.enqueue(tx, 'invitations.deliver', others.map(jobs))
    return { mails: due.length }
  })
}
