import { JOBS, type JobName, type JobPayload } from '@astralis/services/jobs'
import type { JobResult, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { WorkerRuntime } from './compose.ts'
import { handlers } from './handlers.ts'

/** Jobs in one fetch. Each succeeds, fails and is retried by itself. */
const BATCH_SIZE = 10

/** Starts taking jobs of every kind. One that fails is retried by the rules of its queue. */
export async function runJobs(boss: PgBoss, runtime: WorkerRuntime, log: Logger): Promise<void> {
  for (const name of Object.keys(handlers) as JobName[]) {
    await boss.work(name, { batchSize: BATCH_SIZE, perJobResults: true }, (jobs) =>
      Promise.all(jobs.map((job) => runJob(name, job, runtime, log))),
    )
  }
}

async function runJob(
  name: JobName,
  job: { id: string; data: unknown },
  runtime: WorkerRuntime,
  log: Logger,
): Promise<JobResult> {
  try {
    const outcome = await handle(name, job.data, runtime)
    log.info({ job: name, id: job.id, ...outcome }, 'Job done.')
    return { id: job.id, status: 'completed' }
  } catch (error) {
    log.error({ job: name, id: job.id, err: error }, 'Job failed.')
    return { id: job.id, status: 'failed', output: { message: String(error) } }
  }
}

/** A payload that no longer fits its schema fails the job and keeps it for inspection. */
function handle<Name extends JobName>(name: Name, data: unknown, runtime: WorkerRuntime) {
  // The schema of a name produces the payload of that name; the compiler does not follow the index.
  const payload = JOBS[name].payload.parse(data) as JobPayload<Name>
  return handlers[name](runtime, payload)
}
