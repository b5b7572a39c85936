import { createDatabase } from '@astralis/db/client'
import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { JOBS, SCHEDULES } from './jobs.ts'

/**
 * Brings pg-boss' schema, the queues and the timetable up to date, as the owner of the database. Services enqueue as
 * the app's role, which may add jobs and nothing else.
 */
export async function installQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
  // Connection trouble while installing also rejects the call that it hits; the event must only not go unheard.
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const [name, { queue }] of Object.entries(JOBS)) {
      const { policy, deadLetter, ...rules } = queue
      await boss.createQueue(name, { policy, notify: true, ...(deadLetter && { deadLetter }), ...rules })
      await boss.updateQueue(name, { notify: true, ...rules })
    }
    for (const { job, cron } of SCHEDULES) await boss.schedule(job, cron, {})
  } finally {
    await boss.stop({ graceful: false })
  }
  await grantEnqueue(url)
}

async function grantEnqueue(url: string): Promise<void> {
  const { db, close } = createDatabase(url, { role: 'owner', max: 1 })
  try {
    await db.execute(sql`grant usage on schema pgboss to astralis_app`)
    await db.execute(sql`grant select, insert on all tables in schema pgboss to astralis_app`)
  } finally {
    await close()
  }
}
