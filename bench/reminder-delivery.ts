import assert from 'node:assert/strict'
import { JOBS } from '@astralis/services/jobs'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { startResendStandIn } from '../apps/worker/src/testing/resend-stand-in.ts'
import type { Result, World } from './benchmark.ts'
import { type DrainedQueue, emptyJobs, queueJobs, storeDueReminders } from './due-reminders.ts'
import { median, round } from './measure.ts'
import { createTeam } from './team.ts'
import { startWorkers } from './worker.ts'

const SIZE = { events: 1000, people: 5 }
const WARM_UP = { events: 200, people: 5 }
const ROUNDS = 5
const SETUPS = [
  { provider: 'outbox', workers: 1 },
  { provider: 'outbox', workers: 2 },
  { provider: 'resend', workers: 1 },
  { provider: 'resend', workers: 2 },
] as const

/**
 * Due reminders that come all at once, from their commit until the last is SENT, and as many jobs of pg-boss that do
 * nothing. The two take turns. The mail service is the outbox, which takes all at once, or a stand-in for Resend that
 * answers by HTTP from this process.
 */
export async function measureDelivery({ createDatabase, open }: World, report: (result: Result) => void) {
  const standIn = await startResendStandIn()
  open.defer(standIn.close)
  const resend = {
    RESEND_API_KEY: standIn.apiKey,
    RESEND_BASE_URL: standIn.baseUrl,
    SMTP_FROM_EMAIL: 'bench@example.com',
  }

  for (const { provider, workers } of SETUPS) {
    const databaseUrl = await createDatabase(`reminders_${provider}_${workers}`)
    const running = open.use(new AsyncDisposableStack())
    const drain = await openDrain(databaseUrl, running)
    await startWorkers('product', workers, { DATABASE_URL: databaseUrl, ...(provider === 'resend' && resend) }, running)
    await startWorkers('empty', workers, { DATABASE_URL: databaseUrl }, running)
    const perSecond: number[] = []
    const emptyPerSecond: number[] = []
    for (let turn = -1; turn < ROUNDS; turn++) {
      const size = turn < 0 ? WARM_UP : SIZE
      const rates = [await drain('scheduling-reminders', size), await drain('empty', size)] as const
      if (turn < 0) continue
      perSecond.push(rates[0])
      emptyPerSecond.push(rates[1])
    }
    if (provider === 'resend') {
      const keys = new Set(standIn.accepted.map(({ key }) => key))
      assert.equal(standIn.accepted.length, keys.size, 'A reminder was accepted twice.')
      assert.equal(keys.size, standIn.requests.length, 'A reminder was handed over twice.')
    }
    const ratios = perSecond.map((rate, turn) => rate / (emptyPerSecond[turn] ?? Number.NaN))
    report({
      action: 'deliver',
      provider,
      workers,
      reminders: SIZE.events * SIZE.people,
      perSecond: Math.round(median(perSecond)),
      emptyPerSecond: Math.round(median(emptyPerSecond)),
      ratio: round(median(ratios)),
    })
    await running.disposeAsync()
  }
}

type Drain = (queue: DrainedQueue, size: typeof SIZE) => Promise<number>

/** What fills a queue and waits until it is empty; answers with how many jobs were done in a second. */
async function openDrain(databaseUrl: string, running: AsyncDisposableStack): Promise<Drain> {
  const { runtime, close } = compose(databaseUrl)
  running.defer(close)
  const { orgId } = await createTeam(runtime, 1)
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  running.defer(() => sql.end())
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, migrate: false })
  await boss.start()
  running.defer(() => boss.stop({ graceful: false }))
  const { deadLetter: _, ...rules } = JOBS['scheduling-reminders'].queue
  await boss.createQueue('empty', { ...rules, notify: true })

  return async (queue, size) => {
    // Autovacuum does this within a minute, which would be in the middle of a round.
    await sql`vacuum analyze events, participants, mails, pgboss.job`
    await sql.begin(async (tx) => {
      const batch = { orgId, ...size }
      const jobs = queue === 'empty' ? emptyJobs(batch) : await storeDueReminders(tx, batch)
      await queueJobs(boss, tx, queue, jobs)
    })
    const began = performance.now()
    await whenDrained(sql, queue)
    const seconds = (performance.now() - began) / 1000
    if (queue !== 'empty') await checkSent(sql)
    return (size.events * size.people) / seconds
  }
}

/** Looks often enough to be a hundredth of a second late at most, and seldom enough to take no time from the work. */
const LOOK_MS = 10

async function whenDrained(sql: postgres.Sql, queue: DrainedQueue): Promise<void> {
  const isDone = async () => {
    const [row] =
      queue === 'empty'
        ? await sql`select not exists (select from pgboss.job where name = 'empty' and state < 'completed') as done`
        : await sql`select not exists (select from mails where status in ('PENDING', 'CLAIMED')) as done`
    return row?.['done'] === true
  }
  while (!(await isDone())) await sql`select pg_sleep(${LOOK_MS / 1000})`
}

async function checkSent(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`select count(*)::int as lost from mails where status <> 'SENT'`
  assert.equal(row?.['lost'], 0, 'Some reminders were not sent.')
}
