import { completeEvents } from '@astralis/services/events/complete-events'
import { extendSeries } from '@astralis/services/events/extend-series'
import { sweepEndedEvents } from '@astralis/services/events/sweep-ended-events'
import { sweepSeries } from '@astralis/services/events/sweep-series'
import { JOBS, type JobName, type JobPayload } from '@astralis/services/jobs'
import type { WorkerRuntime } from './compose.ts'

/** What a job did, for the log. */
type Outcome = Record<string, number>

/** Runs a job from its stored payload; one that does not fit its schema fails the job, which keeps it for inspection. */
export type JobHandler = (runtime: WorkerRuntime, data: unknown) => Promise<Outcome>

function handle<Name extends JobName>(
  name: Name,
  service: (runtime: WorkerRuntime, payload: JobPayload<Name>) => Promise<Outcome>,
): JobHandler {
  return (runtime, data) => service(runtime, JOBS[name].payload.parse(data))
}

/** One service call a job. A job without a handler does not compile. */
export const handlers: Record<JobName, JobHandler> = {
  'events.sweep': handle('events.sweep', sweepEndedEvents),
  'events.complete': handle('events.complete', completeEvents),
  'series.sweep': handle('series.sweep', sweepSeries),
  'series.extend': handle('series.extend', extendSeries),
}
