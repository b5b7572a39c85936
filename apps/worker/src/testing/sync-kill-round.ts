import { sql } from 'drizzle-orm'
import { bothStores } from './both-stores.ts'
import { killWorker } from './kill-worker.ts'
import type { Linked } from './link-account.ts'
import { strikeAfter } from './strike-after.ts'
import type { SyncKillPoint, SyncTrace } from './sync-kill-points.ts'
import type { SyncSite } from './sync-site.ts'
import { waitUntil } from './wait-until.ts'

export interface SyncKill {
  point: SyncKillPoint
  linked: Linked
  /** Right after the worker's death. */
  trace: SyncTrace
}

/** A member with something to be done about their calendar, and one worker, which is killed at that point of it. */
export async function killSyncAt(site: SyncSite, point: SyncKillPoint): Promise<SyncKill> {
  const { name, at } = point
  const linked = await point.prepare(site)
  const { databaseUrl, start } = site
  const { faults } = site.google.control
  const isFault = 'kind' in at
  if (isFault) faults.add({ ...at, email: linked.account, times: 1 })
  const taken = faults.taken()
  const struck = async (kill: () => unknown) => {
    await waitUntil('Google has the request before it', () => faults.taken() > taken)
    await kill()
  }
  await killWorker({
    when: name,
    databaseUrl,
    start,
    ...(isFault
      ? { lurk: (kill: () => unknown) => void struck(kill) }
      : { strike: (kill: () => unknown) => strikeAfter(at, linked.ctx.actor.orgId, kill) }),
  })
  faults.clear()
  return { point, linked, trace: await traceOf(site, linked) }
}

async function traceOf(site: SyncSite, linked: Linked): Promise<SyncTrace> {
  const { here, there } = await bothStores(site, linked)
  const [row] = await site.owner.execute<{ waiting: number; isPullWaiting: boolean }>(sql`
    select (select count(*)::int from links l where l.calendar_id = c.id and l.push_requested_at is not null) as waiting,
      pull_requested_at is not null as "isPullWaiting"
    from calendars c where id = ${linked.calendarId}`)
  if (!row) throw new Error('The calendar is not known any more.')
  return { here: here.length, there: there.length, ...row }
}

/** What is left of one member's account at the end. */
export interface SyncEnd {
  /** How many are only here, only there, and more than once on a side. */
  onlyHere: number
  onlyThere: number
  twice: number
  unlinked: number
  waiting: number
  /** By which Google notifies us. */
  isWatched: boolean
  /** At Google, and here. */
  hasAccess: { here: boolean; there: boolean }
}

export async function endOf(site: SyncSite, linked: Linked): Promise<SyncEnd> {
  const { account, calendarId, connectionId } = linked
  const { here, there, ...rest } = await bothStores(site, linked)
  const [row] = await site.owner.execute<{ channelId: string | null; refreshToken: string | null }>(sql`
    select c.channel_id as "channelId", n.refresh_token as "refreshToken"
    from calendars c join connections n on n.id = c.connection_id
    where c.id = ${calendarId} and n.id = ${connectionId}`)
  const { control } = site.google
  return {
    onlyHere: here.filter((line) => !there.includes(line)).length,
    onlyThere: there.filter((line) => !here.includes(line)).length,
    twice: [here, there].flatMap((lines) => lines.filter((line, index) => lines.indexOf(line) < index)).length,
    ...rest,
    isWatched: control.push.channels.has(row?.channelId ?? ''),
    hasAccess: {
      here: typeof row?.refreshToken === 'string',
      there: control.hasAccess(account),
    },
  }
}
