import assert from 'node:assert/strict'
import postgres from 'postgres'
import type { Linked } from '../apps/worker/src/testing/link-account.ts'
import { bothStores } from '../apps/worker/src/testing/both-stores.ts'
import { eventThere } from '../apps/worker/src/testing/sync-samples.ts'
import type { SyncSite } from '../apps/worker/src/testing/sync-site.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import { createBareImport } from './bare-import.ts'
import type { Result, World } from './benchmark.ts'
import { checkInvariants } from './invariants.ts'
import { median, round } from './measure.ts'
import { createSyncSite } from './sync-world.ts'

const EVENTS = 10_000
/** Of Google, at most. */
const PAGE_SIZE = 2500
const ROUNDS = 3
/** Nothing is read but what was asked for. */
const NEVER = 86_400
const LOOK_SECONDS = 0.01

/**
 * A calendar with ten thousand events that is linked while a worker runs, from then until all is here; and bare SQL that
 * writes the same rows. The two take turns. Then one event is changed there, which takes one call.
 */
export async function measureImport(world: World, bundle: WorkerBundle, report: (result: Result) => void) {
  const site = await createSyncSite(world, bundle, 'sync_import', NEVER)
  const sql = postgres(site.databaseUrl, { max: 1, onnotice: () => {} })
  world.open.defer(() => sql.end())
  const bare = await createBareImport(site.databaseUrl)
  world.open.defer(bare.close)
  await site.start().ready

  const took: number[] = []
  const bareTook: number[] = []
  for (let turn = -1; turn < ROUNDS; turn++) {
    const { linked, milliseconds } = await importOnce(site, sql, turn < 0 ? EVENTS / 10 : EVENTS)
    const bareMilliseconds = await bare.write(linked.ctx.actor.orgId)
    await checkImported(site, linked)
    if (turn < 0) continue
    took.push(milliseconds)
    bareTook.push(bareMilliseconds)
    if (turn === ROUNDS - 1) await pullOne(site, sql, linked, report)
  }
  report({
    action: 'first import',
    events: EVENTS,
    calls: EVENTS / PAGE_SIZE,
    perSecond: Math.round((EVENTS * 1000) / median(took)),
    barePerSecond: Math.round((EVENTS * 1000) / median(bareTook)),
    ratio: round(median(took.map((ms, turn) => (bareTook[turn] ?? Number.NaN) / ms))),
  })
  await checkInvariants(site.databaseUrl)
}

async function importOnce(site: SyncSite, sql: postgres.Sql, events: number) {
  const member = await site.addMember()
  const bodies = Array.from({ length: events }, (_, index) => eventThere(index))
  site.google.control.insertMany(member.account, bodies)
  await sql`vacuum analyze events, participants, links`
  const linked = await site.link(member)
  const began = performance.now()
  await untilRead(sql, linked)
  const milliseconds = performance.now() - began
  assert.equal(listCalls(site, linked), Math.ceil(events / PAGE_SIZE), 'A page was read twice, or not at all.')
  return { linked, milliseconds }
}

async function pullOne(site: SyncSite, sql: postgres.Sql, linked: Linked, report: (result: Result) => void) {
  const { control } = site.google
  const before = listCalls(site, linked)
  const [event] = control.events(linked.account)
  control.patch(linked.account, event?.id ?? '', { summary: 'Renamed' })
  const began = performance.now()
  for (let isHere = false; !isHere;) {
    await sql`select pg_sleep(${LOOK_SECONDS})`
    isHere = (await sql`select from events where org_id = ${linked.ctx.actor.orgId} and title = 'Renamed'`).length > 0
  }
  const milliseconds = performance.now() - began
  await untilRead(sql, linked)
  const calls = listCalls(site, linked) - before
  assert.equal(calls, 1, 'One changed event takes one call.')
  report({ action: 'pull of one change', events: EVENTS, calls, milliseconds: round(milliseconds) })
}

async function untilRead(sql: postgres.Sql, { calendarId }: Linked): Promise<void> {
  for (let isRead = false; !isRead;) {
    await sql`select pg_sleep(${LOOK_SECONDS})`
    const [row] = await sql`
      select pull_requested_at is null and sync_token is not null as "isRead" from calendars where id = ${calendarId}`
    isRead = row?.['isRead'] === true
  }
}

function listCalls({ google }: SyncSite, { account }: Linked): number {
  return google.control.requests().filter(({ method, email }) => method === 'list' && email === account).length
}

async function checkImported(site: SyncSite, linked: Linked): Promise<void> {
  const { here, there, unlinked } = await bothStores(site, linked)
  assert.deepEqual(here, there)
  assert.equal(unlinked, 0)
}
