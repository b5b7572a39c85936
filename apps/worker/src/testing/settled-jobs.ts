import { sql } from 'drizzle-orm'
import type { SyncSite } from './sync-site.ts'
import { waitUntil } from './wait-until.ts'

/** Waits until running workers have no more to do for any calendar. */
export async function waitUntilQuiet(site: Pick<SyncSite, 'owner'>, timeoutMs?: number): Promise<void> {
  const isQuiet = async () => {
    const [row] = await site.owner.execute<{ isBusy: boolean }>(sql`
      select exists (select from pgboss.job where state < 'completed'
        and name in ('calendars.sync', 'calendars.release', 'connections.close')) as "isBusy"`)
    return row?.isBusy === false
  }
  await waitUntil('every calendar is in step', isQuiet, timeoutMs)
}

/** Lets a worker that nobody kills bring to an end whatever the others have left. */
export async function recoverCalendars(site: SyncSite, timeoutMs?: number): Promise<void> {
  const worker = site.start()
  await worker.ready
  await waitUntilQuiet(site, timeoutMs)
  await worker.kill()
}
