import { JOBS } from '@astralis/services/jobs'
import { deliverMails } from '@astralis/services/mail/deliver-mails'
import type { WorkerRuntime } from './compose.ts'
import type { JobHandler, Outcome, StoredJob } from './handlers.ts'

/** Mails are read, written and settled together, which takes a fraction of what each by itself would. */
export const deliverJobs: JobHandler = {
  batchSize: 50,
  pollSeconds: 1,
  run(runtime, jobs) {
    const parsed = jobs.map((job) => ({ ...job, mail: JOBS['scheduling-reminders'].payload.safeParse(job.data) }))
    const byOrganization = Map.groupBy(parsed, ({ mail }) => mail.data?.orgId)
    const outcomes = new Map<string, Promise<Outcome>>()
    for (const [orgId, some] of byOrganization) {
      const delivery = orgId === undefined ? null : deliver(runtime, orgId, some)
      for (const { id, mail } of some)
        outcomes.set(id, delivery ? outcomeOf(delivery, mail.data?.id) : Promise.reject(mail.error ?? new Error()))
    }
    return outcomes
  },
}

type Settled = Awaited<ReturnType<typeof deliverMails>>

function deliver(
  runtime: WorkerRuntime,
  orgId: string,
  jobs: readonly (StoredJob & { mail: { data?: { id: string } | undefined } })[],
): Promise<Settled> {
  return deliverMails(
    runtime,
    orgId,
    jobs.flatMap(({ mail }) => mail.data?.id ?? []),
  )
}

/** A mail that is to be tried again fails its job, which is retried later and later. */
async function outcomeOf(delivery: Promise<Settled>, mailId: string | undefined): Promise<Outcome> {
  const mail = (await delivery).find(({ id }) => id === mailId)
  if (!mail) return { status: 'not due' }
  const { status, skipReason, error } = mail
  if (status === 'PENDING' || status === 'CLAIMED') throw new MailDelayed(error ?? 'An earlier mail comes first.')
  return { status, ...(skipReason && { skipReason }), ...(error !== null && { error }) }
}

/** Not a fault: it is tried again. */
export class MailDelayed extends Error {
  override name = 'MailDelayed'
}
