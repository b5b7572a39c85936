import { z } from 'zod'

/** How a queue treats its jobs; pg-boss keeps them as rows until they are done. */
interface QueueRules {
  /**
   * `short`: at most one job waiting for each key; a second one would do the same work again. `exclusive`: at most one
   * waiting, running or to be retried. `stately`: at most one waiting and one running, so that what is asked for while one
   * runs is done after it.
   */
  policy: 'standard' | 'short' | 'exclusive' | 'stately'
  retryLimit: number
  /** Seconds before the first retry; doubles each time. */
  retryDelay: number
  retryBackoff?: boolean
  /** Seconds between retries at most. */
  retryDelayMax?: number
  /** Seconds without a sign of life after which a job of a killed worker goes to another. */
  heartbeatSeconds: number
  /** Seconds after which a job that still runs is given up and retried. */
  expireInSeconds: number
  /** Where a job goes that was retried in vain. */
  deadLetter?: JobName
}

/** About one row of an organization. */
interface RowJob {
  orgId: string
  id: string
}

interface JobPayloads {
  'events.sweep': Record<string, never>
  'events.complete': { orgId: string }
  'series.sweep': Record<string, never>
  'series.extend': { orgId: string }
  'mails.sweep': Record<string, never>
  'mails.give-up': RowJob
  'scheduling-reminders': RowJob
  'invitations.deliver': RowJob
  'calendars.sweep': Record<string, never>
  'calendars.sync': RowJob
  'calendars.release': RowJob
  'connections.close': RowJob
  'changes.sweep': Record<string, never>
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

/** Half an hour of retries: a mail service that is down for longer needs somebody to look at it. */
const MAIL: QueueRules = {
  policy: 'exclusive',
  retryLimit: 14,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  deadLetter: 'mails.give-up',
}

/** As long as a calendar service is down; a sweep queues what was given up again. */
const SYNC: QueueRules = {
  policy: 'stately',
  retryLimit: 8,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
  heartbeatSeconds: 10,
  expireInSeconds: 900,
}

const nothing = z.record(z.string(), z.never())
const ofOrganization = z.strictObject({ orgId: z.uuid() })
const ofRow = z.strictObject({ orgId: z.uuid(), id: z.uuid() })

/**
 * Every job: its payload, and how it is queued. The worker has a handler for each name, or it does not compile. Payloads
 * hold ids only, never secrets or the text of events. A queue comes after the one that it gives up to.
 */
export const JOBS: { [Name in JobName]: Job<JobPayloads[Name]> } = {
  /** Finds the organizations with events that are over, and queues `events.complete` for each. */
  'events.sweep': { payload: nothing, queue: PATIENT },
  /** Marks one organization's past events COMPLETED. */
  'events.complete': { payload: ofOrganization, queue: PATIENT },
  /** Finds the organizations with series to extend, and queues `series.extend` for each. */
  'series.sweep': { payload: nothing, queue: PATIENT },
  /** Makes one organization's occurrences that have come within the horizon. */
  'series.extend': { payload: ofOrganization, queue: { ...PATIENT, expireInSeconds: 900 } },
  /** Finds mails that are due, or were left behind, and queues each to one of the two below (F3). */
  'mails.sweep': { payload: nothing, queue: PATIENT },
  /** Ends a mail that could not be delivered. */
  'mails.give-up': { payload: ofRow, queue: PATIENT },
  /** Delivers one reminder. */
  'scheduling-reminders': { payload: ofRow, queue: MAIL },
  /** Delivers one invitation, update or cancellation. */
  'invitations.deliver': { payload: ofRow, queue: MAIL },
  /** Finds calendars to be read again, or with changes that wait, and queues `calendars.sync` for each. */
  'calendars.sweep': { payload: nothing, queue: PATIENT },
  /** Brings a linked calendar and the events here in step; one job per calendar at a time. */
  'calendars.sync': { payload: ofRow, queue: SYNC },
  /** Removes what was imported from a calendar that is not read any more. */
  'calendars.release': { payload: ofRow, queue: { ...PATIENT, policy: 'stately', expireInSeconds: 900 } },
  /** Takes leave of an account that was disconnected: stops notifications, revokes and erases its tokens. */
  'connections.close': {
    payload: ofRow,
    queue: { ...PATIENT, retryLimit: 20, retryBackoff: true, retryDelayMax: 300 },
  },
  /** Forgets changes that pages have long been told of. */
  'changes.sweep': { payload: nothing, queue: PATIENT },
}

/** What runs by the clock (cron, UTC). */
export const SCHEDULES: { job: JobName; cron: string }[] = [
  { job: 'events.sweep', cron: '* * * * *' },
  { job: 'mails.sweep', cron: '* * * * *' },
  { job: 'calendars.sweep', cron: '* * * * *' },
  { job: 'series.sweep', cron: '17 * * * *' },
  { job: 'changes.sweep', cron: '*/10 * * * *' },
]
