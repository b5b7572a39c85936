import assert from 'node:assert/strict'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import type { Benchmark, World } from './benchmark.ts'
import { createCaller } from './caller.ts'
import { checkInvariants } from './invariants.ts'
import { median, type Round, round, runRound, summarize } from './measure.ts'
import { EVENTS_PER_WEEK, MEMBERS, storeEvents, WEEK } from './stored-events.ts'
import { createTeam, type Member, signIn } from './team.ts'

const FEW = 1000
const MANY = 1_000_000
const WARM_UP = 200
const ROUNDS = 15
const REQUESTS = 40

type Whose = 'everybody' | 'one person'
type Lists = Record<Whose, { events: number; list: () => Promise<unknown> }>

/**
 * `events.list` of the same week over HTTP among few and many stored events, all of one organization. That is the hard
 * case, for the organization in front of every index separates nothing. Few and many are served at once and take turns,
 * so that a busy machine slows both down.
 */
export const listEvents: Benchmark = async (world, report) => {
  const few = await serve(world, FEW)
  const many = await serve(world, MANY)
  for (const whose of ['everybody', 'one person'] as const) {
    const amongFew: Round[] = []
    const amongMany: Round[] = []
    await runRound(1, WARM_UP, few[whose].list)
    await runRound(1, WARM_UP, many[whose].list)
    for (let turn = 0; turn < ROUNDS; turn++) {
      amongFew.push(await runRound(1, REQUESTS, few[whose].list))
      amongMany.push(await runRound(1, REQUESTS, many[whose].list))
    }
    const growth = amongMany.map((round, turn) => median(round.latencies) / median(amongFew[turn]?.latencies ?? []))
    const answer = { whose, events: many[whose].events }
    report({ ...answer, stored: FEW, ...summarize(amongFew) })
    report({ ...answer, stored: MANY, ...summarize(amongMany), growth: round(median(growth)), aim: '< 2' })
  }
}

/** A server on a database with so many events, its answers checked. */
async function serve({ createDatabase, startServer, open }: World, stored: number): Promise<Lists> {
  const databaseUrl = await createDatabase(`list_events_${stored}`)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, MEMBERS)
  const [person] = team.members
  assert.ok(person)
  const began = performance.now()
  await storeEvents(databaseUrl, team, stored)
  console.error(`${stored} events stored in ${Math.round((performance.now() - began) / 1000)} s`)
  // It compares each person's meetings in pairs, which takes hours among a million events. That nobody is booked twice
  // there is what the exclusion constraint has checked at each insert.
  if (stored === FEW) await checkInvariants(databaseUrl)

  const server = await startServer(databaseUrl)
  const caller = createCaller(server, await signIn(runtime, team, person))
  open.defer(caller.close)
  const expected = await countWeek(databaseUrl, person)
  assert.equal(expected.everybody, EVENTS_PER_WEEK)
  const everybody = () => caller.query('events.list', WEEK)
  const onePerson = () => caller.query('events.list', { ...WEEK, userIds: [person.id] })
  return {
    everybody: { events: expected.everybody, list: await checked(everybody, expected.everybody) },
    'one person': { events: expected.person, list: await checked(onePerson, expected.person) },
  }
}

/** How many events of the week there are, and how many with this person, counted without the product. */
async function countWeek(databaseUrl: string, { email }: Member): Promise<{ everybody: number; person: number }> {
  const owner = postgres(databaseUrl, { max: 1 })
  const [counts] = await owner<{ everybody: number; person: number }[]>`
    select count(distinct event_id)::int as everybody, count(*) filter (where email = ${email})::int as person
    from participants where starts_at < ${WEEK.to} and ends_at > ${WEEK.from}`
  await owner.end()
  assert.ok(counts)
  return counts
}

interface ListAnswer {
  result: { data: { events: { startsAt: string; endsAt: string; participants: unknown[] }[] } }
}

/** `list`, once its answer has turned out right; from then on an answer of another length is an error. */
async function checked(list: () => Promise<string>, expected: number): Promise<() => Promise<void>> {
  const text = await list()
  const answer: ListAnswer = JSON.parse(text)
  const { events } = answer.result.data
  assert.equal(events.length, expected)
  assert.ok(events.every(({ startsAt, endsAt }) => startsAt < WEEK.to && endsAt > WEEK.from))
  assert.ok(events.every(({ participants }) => participants.length === 4))
  return async () => assert.equal((await list()).length, text.length)
}
