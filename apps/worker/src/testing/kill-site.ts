import { createEventInput } from '@astralis/core/events/event-input'
import type { MailStatus } from '@astralis/core/mail/mail'
import type { Temporal } from '@astralis/core/temporal'
import { createDatabase, type Database } from '@astralis/db/client'
import type { ServiceContext } from '@astralis/services/context'
import { createEvent } from '@astralis/services/events/create-event'
import { sql } from 'drizzle-orm'
import type { Trace } from './kill-points.ts'
import { type Acceptance, type MailProvider, reminderIn } from './mail-provider.ts'
import { waitUntil } from './wait-until.ts'
import { startWorker, type WorkerBundle, type WorkerProcess } from './worker-process.ts'

const ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`

/** A database and a mail service, between which workers come and go. */
export interface KillSite {
  databaseUrl: string
  /** To look behind the curtain. */
  owner: Database
  provider: MailProvider
  /** Whose meetings and reminders they are. */
  ctx: ServiceContext
  /** A worker of this site, by way of another address of the database if one is given. */
  start: (databaseUrl?: string) => WorkerProcess
  /** Books a meeting that nobody else takes part in, with one reminder at that time; returns the reminder's id. */
  bookReminder: (dueAt: Temporal.Instant) => Promise<string>
  traceOf: (reminderId: string) => Promise<Trace>
  countByStatus: () => Promise<Partial<Record<MailStatus, number>>>
  /** Kills what runs. */
  close: () => Promise<void>
}

/** Nothing here lasts as long, so that no meeting begins while its reminder is under way. */
const OFFSET_MINUTES = 180

interface SiteParts {
  databaseUrl: string
  provider: MailProvider
  bundle: WorkerBundle
  ctx: ServiceContext
}

export function openKillSite({ databaseUrl, provider, bundle, ctx }: SiteParts): KillSite {
  const { db: owner, close: closeOwner } = createDatabase(databaseUrl, { role: 'owner', max: 2 })
  const running = new Set<WorkerProcess>()
  return {
    databaseUrl,
    owner,
    provider,
    ctx,
    start(url = databaseUrl) {
      const worker = startWorker(bundle, { DATABASE_URL: url, ENCRYPTION_KEYS, ...provider.env })
      running.add(worker)
      void worker.ended.then(() => running.delete(worker))
      return worker
    },
    async bookReminder(dueAt) {
      const startsAt = dueAt.add({ minutes: OFFSET_MINUTES })
      const input = createEventInput.parse({
        title: 'Planning',
        startsAt: startsAt.toString(),
        endsAt: startsAt.add({ minutes: 30 }).toString(),
        participants: [],
        showsAs: 'FREE',
        reminderOffsetsMinutes: [OFFSET_MINUTES],
      })
      // Booked earlier, because for a time that is past no reminder is planned, and so early that a sweep has to find it.
      const clock = () => dueAt.subtract({ minutes: 2 })
      const { event } = await createEvent({ ...ctx, clock }, input)
      const [row] = await owner.execute<{ id: string }>(sql`select id from mails where event_id = ${event.id}`)
      if (!row) throw new Error('The meeting has no reminder.')
      return row.id
    },
    async traceOf(id) {
      const [row] = await owner.execute<Pick<Trace, 'status' | 'isAttempted' | 'job'>>(sql`
        select status, attempted_at is not null as "isAttempted", coalesce(state::text, 'none') as job
        from mails left join pgboss.job on name = 'scheduling-reminders' and singleton_key = mails.id::text
        where mails.id = ${id}`)
      if (!row) throw new Error(`There is no reminder ${id}.`)
      return { ...row, accepted: provider.accepted().filter(({ key }) => reminderIn(key) === id).length }
    },
    async countByStatus() {
      const rows = await owner.execute<{ status: MailStatus; count: number }>(sql`
        select status, count(*)::int as count from mails group by status`)
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.kill()))
      await closeOwner()
    },
  }
}

/** Lets a worker that nobody kills bring to an end whatever the others have left. */
export async function recover(site: KillSite, timeoutMs?: number): Promise<void> {
  const worker = site.start()
  await worker.ready
  await waitUntilSettled(site, timeoutMs)
  await worker.kill()
}

/** Waits until a running worker has nothing more to do. */
export async function waitUntilSettled(site: KillSite, timeoutMs = 120_000): Promise<void> {
  const isDone = async () => {
    const { PENDING = 0, CLAIMED = 0 } = await site.countByStatus()
    return PENDING + CLAIMED === 0
  }
  await waitUntil('every mail is settled', isDone, timeoutMs)
}

/** How many mails were accepted more than once. */
export function countTwice(accepted: readonly Acceptance[]): number {
  return accepted.length - new Set(accepted.map(({ key }) => key)).size
}
