import { completeEvents } from '@astralis/services/events/complete-events'
import { extendSeries } from '@astralis/services/events/extend-series'
import { sweepEndedEvents } from '@astralis/services/events/sweep-ended-events'
import { sweepSeries } from '@astralis/services/events/sweep-series'
import { closeConnection } from '@astralis/services/connections/close-connection'
import { releaseCalendar } from '@astralis/services/connections/release-calendar'
import { syncCalendar } from '@astralis/services/sync/sync-calendar'
import { sweepCalendars } from '@astralis/services/sync/sweep-calendars'
import { sweepChanges } from '@astralis/services/live/sweep-changes'
import { JOBS, type JobName, type JobPayload } from '@astralis/services/jobs'
import { giveUpMail } from '@astralis/services/mail/give-up-mail'
import { sweepMails } from '@astralis/services/mail/sweep-mails'
import type { WorkerRuntime } from './compose.ts'
import { deliverJobs } from './deliver-jobs.ts'

/** What a job did, for the log. */
export type Outcome = Record<string, number | string>

/** A job as it is stored; its payload is yet to be checked. */
export interface StoredJob {
  id: string
  data: unknown
}

export interface JobHandler {
  /** Jobs in one fetch. Each succeeds, fails and is retried by itself. */
  batchSize: number
  /** How many fetches are worked on side by side; one where it is not said. */
  concurrency?: number
  /** How soon a job is noticed whose time has come. One that is to run at once is announced, and needs no look. */
  pollSeconds: number
  /** What each job did, by its id; one whose promise is rejected failed. */
  run: (runtime: WorkerRuntime, jobs: readonly StoredJob[]) => Map<string, Promise<Outcome>>
}

/** One service call a job. A payload that does not fit its schema fails the job, which keeps it for inspection. */
function each<Name extends JobName>(
  name: Name,
  service: (runtime: WorkerRuntime, payload: JobPayload<Name>) => Promise<Outcome>,
  pollSeconds = 30,
): JobHandler {
  const runOne = async (runtime: WorkerRuntime, data: unknown) => service(runtime, JOBS[name].payload.parse(data))
  return {
    batchSize: 10,
    pollSeconds,
    run: (runtime, jobs) => new Map(jobs.map(({ id, data }) => [id, runOne(runtime, data)])),
  }
}

/** A job without a handler does not compile. */
export const handlers: Record<JobName, JobHandler> = {
  'events.sweep': each('events.sweep', sweepEndedEvents),
  'events.complete': each('events.complete', completeEvents),
  'series.sweep': each('series.sweep', sweepSeries),
  'series.extend': each('series.extend', extendSeries),
  'mails.sweep': each('mails.sweep', sweepMails),
  // Jobs come here when another queue gives them up, which is not announced.
  'mails.give-up': each('mails.give-up', giveUpMail, 1),
  'scheduling-reminders': deliverJobs,
  'invitations.deliver': deliverJobs,
  'calendars.sweep': each('calendars.sweep', sweepCalendars),
  // One by one: a calendar that waits for its service holds up no other.
  'calendars.sync': { ...each('calendars.sync', syncCalendar, 1), batchSize: 1, concurrency: 5 },
  'calendars.release': each('calendars.release', releaseCalendar),
  'connections.close': each('connections.close', closeConnection),
  'changes.sweep': each('changes.sweep', sweepChanges),
}
