import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import type { Linked } from './testing/link-account.ts'
import { eventThere } from './testing/sync-samples.ts'
import type { SyncSite } from './testing/sync-site.ts'
import { openSyncTestSite } from './testing/sync-test-site.ts'
import { waitUntil } from './testing/wait-until.ts'
import { bundleWorker, type WorkerBundle } from './testing/worker-process.ts'

const POLL_SECONDS = 2
/** Some looks, on a machine that is busy with other tests. */
const SOON_MS = 20_000

let bundle: WorkerBundle
beforeAll(async () => {
  bundle = await bundleWorker()
})
const open = new AsyncDisposableStack()
afterAll(async () => {
  await open.disposeAsync()
  await bundle.remove()
})

async function openLinked(pollSeconds: number): Promise<{ site: SyncSite; linked: Linked }> {
  const site = await openSyncTestSite(bundle, pollSeconds, open)
  const linked = await site.link(await site.addMember())
  await site.start().ready
  const { channels } = site.google.control.push
  await waitUntil('Google notifies us', () => channels.size === 1, SOON_MS)
  return { site, linked }
}

async function untilHere(site: SyncSite, { ctx }: Linked, title: string): Promise<void> {
  const isHere = async () => {
    const rows = await site.owner.execute(sql`
      select from events where org_id = ${ctx.actor.orgId} and title = ${title} and status <> 'CANCELLED'`)
    return rows.length === 1
  }
  await waitUntil(`"${title}" is here`, isHere, SOON_MS)
}

describe.concurrent('a change at Google is here', { timeout: 60_000 }, () => {
  it('within seconds where Google notifies us, without any polling', async () => {
    const { site, linked } = await openLinked(86_400)
    site.google.control.insert(linked.account, eventThere(1))
    await untilHere(site, linked, 'Event 1')
    expect(site.google.control.push.deliveries.at(-1)).toMatchObject({ state: 'exists', isDropped: false })
  })

  it('within some seconds by polling alone, while every notification is lost, and none is missing after that', async () => {
    const { site, linked } = await openLinked(POLL_SECONDS)
    const { control } = site.google
    control.push.drops = true
    const [first, second] = control.insertMany(linked.account, [eventThere(1), eventThere(2)])
    await untilHere(site, linked, 'Event 1')
    control.patch(linked.account, first?.id ?? '', { summary: 'Renamed' })
    control.delete(linked.account, second?.id ?? '')
    await untilHere(site, linked, 'Renamed')
    expect(control.push.deliveries.filter(({ isDropped }) => isDropped).length).toBeGreaterThanOrEqual(2)
    const rows = await site.owner.execute<{ title: string; status: string }>(sql`
      select title, status from events where org_id = ${linked.ctx.actor.orgId} order by title`)
    expect([...rows]).toEqual([
      { title: 'Event 2', status: 'CANCELLED' },
      { title: 'Renamed', status: 'SCHEDULED' },
    ])
    control.push.drops = false
    control.insert(linked.account, eventThere(3))
    await untilHere(site, linked, 'Event 3')
  })
})
