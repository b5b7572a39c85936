import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { BusyBits } from './busy-bits.ts'
import { type Round, runRound, summarize } from './measure.ts'
import { type Meeting, planMeetings } from './meetings.ts'
import type { Team } from './team.ts'

const MOST_CLIENTS = 16
const WARM_UP = 320
const ROUNDS = 8
const SERIES = [
  { clients: 1, events: 50 },
  { clients: MOST_CLIENTS, events: 160 },
]
const TRIGGERS = ['insert', 'update', 'delete']

interface Writer {
  insert: (meeting: Meeting) => Promise<string>
  move: (id: string) => Promise<unknown>
  cancel: (id: string) => Promise<unknown>
}

/**
 * What keeping a derived table costs whoever writes: bare SQL as the app's role, an event of four people inserted, moved
 * and cancelled, while no table is kept and while each of `tables` is, by turns. Clients have no people in common.
 */
export async function measureWrites(databaseUrl: string, team: Team, tables: readonly BusyBits[]) {
  const app = postgres(databaseUrl, { max: MOST_CLIENTS, connection: { role: 'astralis_app', TimeZone: 'UTC' } })
  const owner = postgres(databaseUrl, { max: 1 })
  const writer = createWriter(app, team.orgId)
  const meetings = planMeetings(team, MOST_CLIENTS, '2060-01-01T00:00:00Z')
  const kept = ['none', ...tables.map(({ table }) => table)]
  const keepOnly = (chosen: string) =>
    owner.unsafe(tables.flatMap(({ table }) => switchTriggers(table, table === chosen)).join(';'))

  for (const table of kept) {
    await keepOnly(table)
    await writeRound(writer, meetings, MOST_CLIENTS, WARM_UP)
  }
  const results = []
  for (const { clients, events } of SERIES) {
    const rounds = new Map<string, Round[]>()
    for (let turn = 0; turn < ROUNDS; turn++)
      for (const table of kept) {
        await keepOnly(table)
        for (const [action, round] of Object.entries(await writeRound(writer, meetings, clients, events))) {
          const key = `${action}, ${table} kept`
          rounds.set(key, [...(rounds.get(key) ?? []), round])
        }
      }
    for (const [write, ofWrite] of rounds) results.push({ clients, write, ...summarize(ofWrite) })
  }
  await Promise.all([app.end(), owner.end()])
  return results
}

function switchTriggers(table: string, on: boolean): string[] {
  return TRIGGERS.map((name) => `alter table participants ${on ? 'enable' : 'disable'} trigger ${table}_after_${name}`)
}

async function writeRound(writer: Writer, meetings: (client: number) => Meeting, clients: number, events: number) {
  const ids: string[] = []
  const insert = await runRound(clients, events, async (client) => ids.push(await writer.insert(meetings(client))))
  const each = (change: (id: string) => Promise<unknown>) => {
    const remaining = ids.values()
    return runRound(clients, events, () => change(remaining.next().value ?? ''))
  }
  return { insert, move: await each(writer.move), cancel: await each(writer.cancel) }
}

/** The fewest statements that do it; the shares follow their event by the foreign key. */
function createWriter(sql: postgres.Sql, orgId: string): Writer {
  const enter = (tx: postgres.TransactionSql) => tx`select set_config('astralis.org_id', ${orgId}, true)`
  return {
    async insert({ organizer, guests, startsAt, endsAt }) {
      const id = randomUUID()
      const emails = [organizer, ...guests.slice(1)].map(({ email }) => email)
      await sql.begin((tx) => [
        enter(tx),
        tx`insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source,
            created_at, updated_at)
          values (${orgId}, ${id}, 'Planning', ${startsAt}, ${endsAt}, false, 'Europe/Berlin', 'BUSY', 'SCHEDULED',
            'internal', now(), now())`,
        tx`insert into participants (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at,
            event_blocks, event_takes_time)
          select org_id, id, unnest(${emails}::text[]), 'pending', false, false, starts_at, ends_at, blocks, takes_time
          from events where org_id = ${orgId} and id = ${id}`,
      ])
      return id
    },
    move: (id) =>
      sql.begin((tx) => [
        enter(tx),
        tx`update events set starts_at = starts_at + interval '30 minutes', ends_at = ends_at + interval '30 minutes'
          where org_id = ${orgId} and id = ${id}`,
      ]),
    cancel: (id) =>
      sql.begin((tx) => [enter(tx), tx`update events set status = 'CANCELLED' where org_id = ${orgId} and id = ${id}`]),
  }
}
