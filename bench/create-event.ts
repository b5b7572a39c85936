import assert from 'node:assert/strict'
import { asOwner } from '@astralis/db/testing/clone-database'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { createBareInsert } from './bare-insert.ts'
import type { Benchmark } from './benchmark.ts'
import { createCaller } from './caller.ts'
import { checkInvariants } from './invariants.ts'
import { type Round, median, round, runRound, summarize } from './measure.ts'
import { type Meeting, planMeetings } from './meetings.ts'
import { createTeam, signIn } from './team.ts'

const MEMBERS = 200
const MOST_CLIENTS = 16
const WARM_UP = 800
const ROUNDS = 15
const SERIES = [
  { clients: 1, events: 100 },
  { clients: MOST_CLIENTS, events: 320 },
]

/**
 * `events.create` with four guests over HTTP, beside a bare SQL insert of the same rows into the same tables. Their
 * short rounds take turns, so that a busy machine slows both down.
 */
export const createEvent: Benchmark = async ({ createDatabase, startServer, open }, report) => {
  const databaseUrl = await createDatabase('create_event')
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, MEMBERS)
  const server = await startServer(databaseUrl)

  const meetings = planMeetings(team, MOST_CLIENTS, '2030-01-01T00:00:00Z')
  const callers = await Promise.all(
    Array.from({ length: MOST_CLIENTS }, async (_, client) => {
      const { organizer } = meetings(client)
      return createCaller(server, await signIn(runtime, team, organizer))
    }),
  )
  for (const caller of callers) open.defer(caller.close)
  const create = async (client: number) => {
    const answer = await callers[client]?.mutate('events.create', toInput(meetings(client)))
    assert.match(answer ?? '', /"status":"SCHEDULED"/)
  }

  const bareMeetings = planMeetings(team, MOST_CLIENTS, '2060-01-01T00:00:00Z')
  const bare = createBareInsert(databaseUrl, team.orgId, MOST_CLIENTS)
  open.defer(bare.close)
  const insert = (client: number) => bare.insert(bareMeetings(client))

  await runRound(MOST_CLIENTS, WARM_UP, create)
  await runRound(MOST_CLIENTS, WARM_UP, insert)
  await checkStored(databaseUrl, 2 * WARM_UP)
  // Autovacuum does this within a minute, which would be in the middle of a round.
  await asOwner(databaseUrl, 'analyze')

  let stored = 2 * WARM_UP
  for (const { clients, events } of SERIES) {
    const created: Round[] = []
    const inserted: Round[] = []
    for (let turn = 0; turn < ROUNDS; turn++) {
      created.push(await runRound(clients, events, create))
      inserted.push(await runRound(clients, events, insert))
    }
    stored += 2 * ROUNDS * events
    const { perSecond: barePerSecond, p95Ms: bareP95Ms } = summarize(inserted)
    const ratios = created.map((round, turn) => round.perSecond / (inserted[turn]?.perSecond ?? Number.NaN))
    report({ clients, ...summarize(created), barePerSecond, bareP95Ms, ratio: round(median(ratios)), aim: '>= 0.3' })
  }
  await checkStored(databaseUrl, stored)
  await checkInvariants(databaseUrl)
}

function toInput({ startsAt, endsAt, guests }: Meeting) {
  return { title: 'Planning', startsAt, endsAt, participants: guests.map(({ email }) => ({ email })) }
}

/** So many events are booked, each with its organizer, four guests and an entry in the activity log; nothing else is. */
async function checkStored(databaseUrl: string, expected: number): Promise<void> {
  const owner = postgres(databaseUrl, { max: 1 })
  const [counts] = await owner`
    with people as (
      select event_id, count(*) from participants where status = 'pending' or is_organizer group by event_id
    ), entries as (
      select entity_id, count(*) from activity where action = 'event.created' group by entity_id
    )
    select count(*)::int as stored,
      count(*) filter (where e.status = 'SCHEDULED' and people.count = 5 and entries.count = 1)::int as complete
    from events e left join people on people.event_id = e.id left join entries on entries.entity_id = e.id`
  await owner.end()
  assert.deepEqual({ ...counts }, { stored: expected, complete: expected })
}
