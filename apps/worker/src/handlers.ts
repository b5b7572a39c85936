import { completeEvents } from '@astralis/services/events/complete-events'
import { sweepEndedEvents } from '@astralis/services/events/sweep-ended-events'
import type { JobName, JobPayload } from '@astralis/services/jobs'
import type { WorkerRuntime } from './compose.ts'

/** What a job did, for the log. */
type Outcome = Record<string, number>

export type Handlers = {
  [Name in JobName]: (runtime: WorkerRuntime, payload: JobPayload<Name>) => Promise<Outcome>
}

/** One service call a job. A job without a handler does not compile. */
export const handlers: Handlers = {
  'events.sweep': (runtime) => sweepEndedEvents(runtime),
  'events.complete': completeEvents,
}
