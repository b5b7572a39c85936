import type { JobResult, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { WorkerRuntime } from './compose.ts'
import { type JobHandler, handlers } from './handlers.ts'

/** Jobs in one fetch. Each succeeds, fails and is retried by itself. */
const BATCH_SIZE = 10

/** Starts taking jobs of every kind. One that fails is retried by the rules of its queue. */
export async function runJobs(boss: PgBoss, runtime: WorkerRuntime, log: Logger): Promise<void> {
  for (const [name, handler] of Object.entries(handlers)) {
    const jobLog = log.child({ job: name })
    await boss.work(name, { batchSize: BATCH_SIZE, perJobResults: true }, (jobs) =>
      Promise.all(jobs.map((job) => runJob(job, handler, runtime, jobLog))),
    )
  }
}

async function runJob(
  { id, data }: { id: string; data: unknown },
  handler: JobHandler,
  runtime: WorkerRuntime,
  log: Logger,
): Promise<JobResult> {
  try {
    log.info({ id, ...(await handler(runtime, data)) }, 'Job done.')
    return { id, status: 'completed' }
  } catch (error) {
    log.error({ id, err: error }, 'Job failed.')
    return { id, status: 'failed', output: { message: String(error) } }
  }
}
