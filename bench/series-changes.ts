import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createEventInput, updateEventInput } from '@astralis/core/events/event-input'
import type { Event } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import { asOwner } from '@astralis/db/testing/clone-database'
import type { Runtime, ServiceContext } from '@astralis/services/context'
import { createEvent } from '@astralis/services/events/create-event'
import { updateEvent } from '@astralis/services/events/update-event'
import { compose } from '../apps/server/src/compose.ts'
import { createBareSeries } from './bare-series.ts'
import type { Result, World } from './benchmark.ts'
import { compareByTurns } from './by-turns.ts'
import { checkSeries } from './check-series.ts'
import { checkInvariants } from './invariants.ts'
import type { Occurrence, SeriesRow } from './series-rows.ts'
import { MEMBERS, storeWeeks } from './stored-weeks.ts'
import { createTeam, type Member, type Team } from './team.ts'

const WEEKS = 78
const PEOPLE = 4
const TURNS = { warmUp: 5, turns: 30, occurrences: WEEKS }
const ALL_TURNS = TURNS.warmUp + TURNS.turns
const RULES = `FREQ=WEEKLY;COUNT=${WEEKS}`
/** Near enough: Temporal, as it is here, knows no clock changes from ten years ahead on. */
const NOW = Temporal.Instant.from('2030-01-01T00:00:00Z')
const FIRST = Temporal.ZonedDateTime.from('2030-01-08T10:00:00[Europe/Berlin]')

/** The second begins where the first has ended, and each occurrence goes where the next one was. */
const MOVES = [
  { action: 'move by an hour', first: FIRST.add({ hours: 1 }) },
  { action: 'move by a week', first: FIRST.add({ weeks: 1, hours: 1 }) },
]

/**
 * A weekly series of four people for a year and a half, made and moved, each turn with people of its own: everybody has
 * 234 events in that time already, and nobody's overlap.
 */
export async function measureChanges({ createDatabase, open }: World, report: (result: Result) => void) {
  const databaseUrl = await createDatabase('series_changes')
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, MEMBERS)
  await storeWeeks(databaseUrl, team, { from: '2030-01-07T13:00:00Z', weeks: WEEKS })

  const bare = createBareSeries(databaseUrl, team.orgId)
  open.defer(bare.close)
  const bareSeries = Array.from({ length: ALL_TURNS }, (_, turn) => planBare(groupOf(team, ALL_TURNS + turn)))
  const booked: Event[] = []
  const created = await compareByTurns(
    TURNS,
    async (turn) => {
      const people = groupOf(team, turn)
      const participants = people.slice(1).map(({ email }) => ({ email }))
      const input = { title: 'Planning', ...timesAt(FIRST), participants, recurrence: RULES }
      const result = await createEvent(contextOf(runtime, team, people), createEventInput.parse(input))
      assert.equal(result.occurrences?.free, WEEKS)
      booked[turn] = result.event
    },
    (turn) => bare.create(...at(bareSeries, turn)(FIRST)),
  )
  report({ action: 'create', ...created })
  const expected = { series: 2 * ALL_TURNS, occurrences: WEEKS, shares: WEEKS * PEOPLE }
  await checkSeries(databaseUrl, expected)

  for (const { action, first } of MOVES) {
    await asOwner(databaseUrl, 'vacuum analyze')
    const moved = await compareByTurns(
      TURNS,
      async (turn) => {
        const { id, version } = at(booked, turn)
        const input = updateEventInput.parse({ id, version, scope: 'all', ...timesAt(first) })
        const result = await updateEvent(contextOf(runtime, team, groupOf(team, turn)), input)
        assert.equal(result.occurrences?.free, WEEKS)
        booked[turn] = result.event
      },
      (turn) => bare.move(...at(bareSeries, turn)(first)),
    )
    report({ action, ...moved })
    await checkSeries(databaseUrl, expected)
  }
  await checkInvariants(databaseUrl)
}

function groupOf({ members }: Team, group: number): Member[] {
  return members.slice(group * PEOPLE, (group + 1) * PEOPLE)
}

function timesAt(start: Temporal.ZonedDateTime) {
  const startsAt = start.toInstant()
  return { startsAt: startsAt.toString(), endsAt: startsAt.add({ hours: 1 }).toString() }
}

function contextOf(runtime: Runtime, { orgId }: Team, [person]: Member[]): ServiceContext {
  assert.ok(person)
  const { id: userId, email } = person
  return {
    ...runtime,
    clock: () => NOW,
    actor: { orgId, userId, email, name: email, role: 'OPERATOR', timeZone: 'Europe/Berlin', organizationName: 'B' },
    origin: 'web 127.0.0.1',
    rankingModel: null,
  }
}

/** The rows of one series that begins at a given time. */
function planBare(people: Member[]): (first: Temporal.ZonedDateTime) => [SeriesRow, Occurrence[]] {
  const seriesId = randomUUID()
  const ids = Array.from({ length: WEEKS }, () => randomUUID())
  return (first) => [
    {
      id: seriesId,
      localStartsAt: first.toPlainDateTime().toString(),
      rules: `RRULE:${RULES}`,
      nextStartsAt: null,
      people,
    },
    ids.map((id, week) => ({ id, seriesId, people, ...timesAt(first.add({ weeks: week })) })),
  ]
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  assert.ok(item)
  return item
}
