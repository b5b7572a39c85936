import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Temporal } from '@astralis/core/temporal'
import { asOwner } from '@astralis/db/testing/clone-database'
import { extendSeries } from '@astralis/services/events/extend-series'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { createBareSeries } from './bare-series.ts'
import type { Result, World } from './benchmark.ts'
import { compareByTurns } from './by-turns.ts'
import { checkInvariants } from './invariants.ts'
import { insertOccurrences, insertSeries, insertShares, type Occurrence, type SeriesRow } from './series-rows.ts'
import { createTeam, type Member, type Team } from './team.ts'

/** A prime, for the same reason as in stored-weeks.ts. */
const MEMBERS = 2003
const PLACES = Math.floor(MEMBERS / 4)
const SLOTS_PER_WEEK = 20
const SERIES = PLACES * SLOTS_PER_WEEK
/** As in extend-series.ts. */
const BATCH_SIZE = 100
const TURNS = { warmUp: 0, turns: 3, occurrences: SERIES }
/** Eighteen months before a Monday, and that Monday a week before which the next occurrence of each series is. */
const NOW = Temporal.Instant.from('2029-01-01T00:00:00Z')
const HORIZON = Temporal.Instant.from('2030-07-01T00:00:00Z')
const WEEK = { hours: 7 * 24 }

/**
 * Ten thousand endless weekly series of four people, twenty for each of two thousand people, of which each gets one
 * occurrence more in every turn: the clock goes on by a week. The same in another database by bare SQL.
 */
export async function measureExtension(world: World, report: (result: Result) => void): Promise<void> {
  const extended = await store(world, 'series_extended')
  const written = await store(world, 'series_written')
  const bare = createBareSeries(written.databaseUrl, written.orgId)
  world.open.defer(bare.close)

  const result = await compareByTurns(
    TURNS,
    async (turn) => {
      const now = NOW.add({ hours: WEEK.hours * turn })
      const runtime = { ...extended.runtime, clock: () => now }
      assert.deepEqual(await extendSeries(runtime, { orgId: extended.orgId }), { occurrences: SERIES })
    },
    async (turn) => {
      for (let from = 0; from < SERIES; from += BATCH_SIZE) {
        const batch = written.series.slice(from, from + BATCH_SIZE)
        await bare.extend(
          batch.map((series) => occurrenceOf(series, turn)),
          batch.map((series) => nextOf(series, turn + 1).toString()),
        )
      }
    },
  )
  report({ action: 'extend by a week', series: SERIES, ...result })
  for (const { databaseUrl } of [extended, written]) {
    await checkWeeks(databaseUrl)
    await checkInvariants(databaseUrl)
  }
}

/** A database with the series, each with its last two occurrences, in the order in which they run out. */
async function store({ createDatabase, open }: World, name: string) {
  const databaseUrl = await createDatabase(name)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, MEMBERS)
  const series = planSeries(team)
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`set session_replication_role = replica`
  await insertSeries(sql, team.orgId, series)
  for (const week of [-2, -1]) {
    const occurrences = series.map((one) => occurrenceOf(one, week))
    await insertOccurrences(sql, team.orgId, occurrences)
    await insertShares(sql, team.orgId, occurrences)
  }
  await sql.end()
  await asOwner(databaseUrl, 'vacuum analyze')
  return { databaseUrl, runtime, orgId: team.orgId, series }
}

/** Begun up to three years before those that have just reached the horizon for the first time. */
function planSeries({ members }: Team): (SeriesRow & { nextStartsAt: string })[] {
  return Array.from({ length: SERIES }, (_, number) => {
    const [slot, place] = [Math.floor(number / PLACES), number % PLACES]
    const people = [0, 1, 2, 3].map((seat) => memberAt(members, (place * 4 + seat) * (1 + slot) + slot))
    const next = HORIZON.subtract(WEEK).add({ hours: Math.floor(slot / 4) * 24 + 7 + (slot % 4) * 2 })
    const first = next.toZonedDateTimeISO('Europe/Berlin').subtract({ weeks: 78 + (place % 4) * 52 })
    return {
      id: randomUUID(),
      localStartsAt: first.toPlainDateTime().toString({ smallestUnit: 'second' }),
      rules: 'RRULE:FREQ=WEEKLY',
      nextStartsAt: next.toString(),
      people,
    }
  })
}

function memberAt(members: readonly Member[], number: number): Member {
  const member = members[number % members.length]
  assert.ok(member)
  return member
}

/** All of it lies in one summer, so that weeks are as long by the clock as they are. */
function nextOf({ nextStartsAt }: { nextStartsAt: string }, week: number): Temporal.Instant {
  return Temporal.Instant.from(nextStartsAt).add({ hours: WEEK.hours * week })
}

function occurrenceOf(series: SeriesRow & { nextStartsAt: string }, week: number): Occurrence {
  const startsAt = nextOf(series, week)
  const endsAt = startsAt.add({ hours: 1 }).toString()
  return { id: randomUUID(), seriesId: series.id, startsAt: startsAt.toString(), endsAt, people: series.people }
}

/** Each series has as many occurrences as weeks have gone by, a week apart, and goes on a week after the last. */
async function checkWeeks(databaseUrl: string): Promise<void> {
  const owner = postgres(databaseUrl, { max: 1 })
  const [stored] = await owner`
    with occurrences as (
      select series_id, count(*) as count, max(starts_at) as last, max(starts_at) - min(starts_at) as span,
        count(*) filter (where status = 'SCHEDULED') as scheduled
      from events group by series_id
    )
    select count(*)::int as series, min(count)::int as fewest, max(span) = min(span) as is_even,
      min(scheduled)::int as scheduled, bool_and(next_starts_at = last + interval '1 week') as goes_on,
      (select count(*)::int from participants) as shares
    from occurrences join series on series.id = series_id`
  await owner.end()
  const weeks = 2 + TURNS.warmUp + TURNS.turns
  const expected = { series: SERIES, fewest: weeks, is_even: true, scheduled: weeks, goes_on: true }
  assert.deepEqual({ ...stored }, { ...expected, shares: SERIES * weeks * 4 })
}
