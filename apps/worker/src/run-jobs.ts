import { describeFault } from '@astralis/services/describe-fault'
import type { JobResult, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { WorkerRuntime } from './compose.ts'
import { MailDelayed } from './deliver-jobs.ts'
import { handlers, type Outcome } from './handlers.ts'

/** Starts taking jobs of every kind. One that fails is retried by the rules of its queue. */
export async function runJobs(boss: PgBoss, runtime: WorkerRuntime, log: Logger): Promise<void> {
  for (const [name, { batchSize, concurrency = 1, pollSeconds, run }] of Object.entries(handlers)) {
    const jobLog = log.child({ job: name })
    const polling = { pollingIntervalSeconds: pollSeconds, notifyPollingIntervalSeconds: pollSeconds }
    const fetching = { batchSize, localConcurrency: concurrency, burstWhenBatchFull: true }
    const options = { ...fetching, perJobResults: true, ...polling } as const
    await boss.work(name, options, (jobs) =>
      Promise.all([...run(runtime, jobs)].map(([id, outcome]) => report(id, outcome, jobLog))),
    )
  }
}

async function report(id: string, outcome: Promise<Outcome>, log: Logger): Promise<JobResult> {
  try {
    const done = await outcome
    // Somebody has to look at what failed for good, or of what nobody knows.
    const level = done['status'] === 'FAILED' || done['status'] === 'UNKNOWN' ? 'error' : 'info'
    log[level]({ id, ...done }, 'Job done.')
    return { id, status: 'completed' }
  } catch (error) {
    if (error instanceof MailDelayed) log.warn({ id, reason: error.message }, 'Job is tried again.')
    else log.error({ id, err: error }, 'Job failed.')
    return { id, status: 'failed', output: { message: describeFault(error).message } }
  }
}
