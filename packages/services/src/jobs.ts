import { z } from 'zod'

/** How a queue treats its jobs; pg-boss keeps them as rows until they are done. */
interface QueueRules {
  /** `short`: at most one job waiting for each key; a second one would do the same work again. */
  policy: 'standard' | 'short'
  retryLimit: number
  /** Seconds before the first retry; doubles each time. */
  retryDelay: number
  /** Seconds without a sign of life after which a job of a killed worker goes to another. */
  heartbeatSeconds: number
  /** Seconds after which a job that still runs is given up and retried. */
  expireInSeconds: number
}

interface JobPayloads {
  'events.sweep': Record<string, never>
  'events.complete': { orgId: string }
  'series.sweep': Record<string, never>
  'series.extend': { orgId: string }
}

export type JobName = keyof JobPayloads
export type JobPayload<Name extends JobName> = JobPayloads[Name]

interface Job<Payload> {
  payload: z.ZodType<Payload>
  queue: QueueRules
}

const PATIENT: QueueRules = {
  policy: 'short',
  retryLimit: 5,
  retryDelay: 2,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
}

/**
 * Every job: its payload, and how it is queued. The worker has a handler for each name, or it does not compile. Payloads
 * hold ids only, never secrets or the text of events.
 */
export const JOBS: { [Name in JobName]: Job<JobPayloads[Name]> } = {
  /** Finds the organizations with events that are over, and queues `events.complete` for each. */
  'events.sweep': { payload: z.record(z.string(), z.never()), queue: PATIENT },
  /** Marks one organization's past events COMPLETED. */
  'events.complete': { payload: z.strictObject({ orgId: z.uuid() }), queue: PATIENT },
  /** Finds the organizations with series to extend, and queues `series.extend` for each. */
  'series.sweep': { payload: z.record(z.string(), z.never()), queue: PATIENT },
  /** Makes one organization's occurrences that have come within the horizon. */
  'series.extend': { payload: z.strictObject({ orgId: z.uuid() }), queue: { ...PATIENT, expireInSeconds: 900 } },
}

/** What runs by the clock (cron, UTC). */
export const SCHEDULES: { job: JobName; cron: string }[] = [
  { job: 'events.sweep', cron: '* * * * *' },
  { job: 'series.sweep', cron: '17 * * * *' },
]
