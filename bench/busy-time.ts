import assert from 'node:assert/strict'
import { Temporal } from '@astralis/core/temporal'
import { mergeIntervals } from '@astralis/core/time/intervals'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import type { Benchmark, World } from './benchmark.ts'
import { BITS_PER_DAY, BITS_PER_WEEK, createBusyBits, intervalsOf } from './busy-bits.ts'
import { type BusyWays, openBusyWays } from './busy-ways.ts'
import { measureWrites } from './busy-writes.ts'
import { type Round, runRound, sample, summarize } from './measure.ts'
import { MONDAY, storeCalendars } from './stored-calendars.ts'
import { createTeam, type Team } from './team.ts'

const SIZES = [
  { stored: 100_000, members: 1009 },
  { stored: 1_000_000, members: 10_007 },
]
const PEOPLE = [10, 100, 1000, 10_000]
const WEEKS = [2, 4]
const ROUNDS = 5

/**
 * When people are busy: the product's way to read it beside the ways it was chosen over, and what the derived tables of
 * bits cost whoever writes (ADR 8). Ten times the events are ten times the people here, so that each person has the same
 * number of intervals in the range.
 */
export const busyTime: Benchmark = async (world, report) => {
  for (const { stored, members } of SIZES) {
    const { databaseUrl, team } = await store(world, stored, members)
    const ways = openBusyWays(databaseUrl, team.orgId)
    await check(ways, team)
    for (const people of PEOPLE.filter((count) => count <= members))
      for (const weeks of WEEKS)
        for (const [way, rounds] of await measureReads(ways, team, people, weeks))
          report({ stored, people, weeks, way, ...summarize(rounds) })
    await ways.close()
    const writes = await measureWrites(databaseUrl, team, [BITS_PER_DAY, BITS_PER_WEEK])
    for (const result of writes) report({ stored, ...result })
  }
}

async function store({ createDatabase, open }: World, stored: number, members: number) {
  const databaseUrl = await createDatabase(`busy_time_${stored}`)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, members)
  await storeCalendars(databaseUrl, team, stored)
  const owner = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  for (const bits of [BITS_PER_DAY, BITS_PER_WEEK]) await owner.unsafe(createBusyBits(bits)).simple()
  await owner`vacuum analyze`
  await owner.end()
  return { databaseUrl, team }
}

function spanOf(weeks: number) {
  const startsAt = Temporal.Instant.from(MONDAY)
  return { startsAt, endsAt: startsAt.add({ hours: weeks * 7 * 24 }) }
}

/** All ways say the same of the same people. */
async function check(ways: BusyWays, { members }: Team): Promise<void> {
  const emails = sample(members, 500, seededRandom(1)).map(({ email }) => email)
  const span = spanOf(4)
  const [slow, ...others] = Object.values(ways.exact)
  const expected = await slow?.(emails, span)
  assert.ok(expected && expected.size === emails.length)
  for (const way of others) assert.deepEqual(sorted(await way(emails, span)), sorted(expected))
  const to = span.endsAt.epochMilliseconds
  const tables = { 'bits a day': BITS_PER_DAY, 'bits a week': BITS_PER_WEEK }
  for (const [name, table] of Object.entries(tables)) {
    const bits = (await ways.bits[name]?.(emails, span)) ?? new Map<string, Buffer>()
    // Events lie on full five minutes, so bits say the same, only cut at the ends of the range.
    const cut = (list: number[]) => list.map((time) => Math.min(Math.max(time, span.startsAt.epochMilliseconds), to))
    for (const [email, times] of expected)
      assert.deepEqual(intervalsOf(table, bits.get(email) ?? Buffer.alloc(0)), mergeIntervals(cut(times)))
  }
}

function sorted(times: Map<string, number[]>) {
  return [...times].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Other people in each request; the ways take turns. */
async function measureReads({ exact, bits }: BusyWays, { members }: Team, people: number, weeks: number) {
  const span = spanOf(weeks)
  const random = seededRandom(people)
  const requests = Math.max(3, Math.min(40, 4000 / people))
  const rounds = new Map<string, Round[]>()
  for (let turn = 0; turn <= ROUNDS; turn++) {
    const groups = Array.from({ length: requests }, () => sample(members, people, random).map(({ email }) => email))
    for (const [way, read] of Object.entries({ ...exact, ...bits })) {
      const remaining = groups.values()
      const round = await runRound(1, requests, () => read(remaining.next().value ?? [], span))
      // The first turn warms up.
      if (turn > 0) rounds.set(way, [...(rounds.get(way) ?? []), round])
    }
  }
  return rounds
}
