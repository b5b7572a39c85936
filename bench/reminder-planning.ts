import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createEventInput } from '@astralis/core/events/event-input'
import { Temporal } from '@astralis/core/temporal'
import type { RemindedEvent } from '@astralis/core/reminders/plan-reminders'
import type { Runtime, ServiceContext } from '@astralis/services/context'
import { createEvent } from '@astralis/services/events/create-event'
import { putReminders } from '@astralis/services/reminders/put-reminders'
import { inOrganization } from '@astralis/services/transaction'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { type BareEvent, createBareReminders } from './bare-reminders.ts'
import type { Result, World } from './benchmark.ts'
import { compareByTurns } from './by-turns.ts'
import { createTeam, type Team } from './team.ts'

const EVENTS = 125
const PEOPLE = 4
/** A day and an hour before: what everybody has who has set nothing. */
const OFFSETS = 2
const REMINDERS = EVENTS * PEOPLE * OFFSETS
const TURNS = { warmUp: 3, turns: 15 }
const ALL_TURNS = TURNS.warmUp + TURNS.turns
const NOW = Temporal.Instant.from('2030-01-01T00:00:00Z')
const FIRST = Temporal.Instant.from('2030-02-01T00:00:00Z')

/**
 * A thousand reminders: of 125 events that are booked one after the other, and by the planning of reminders alone, in one
 * transaction; each beside bare SQL that writes the same rows in one transaction.
 */
export async function measurePlanning({ createDatabase, open }: World, report: (result: Result) => void) {
  const databaseUrl = await createDatabase('reminder_planning')
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, PEOPLE)
  const bare = createBareReminders(databaseUrl, team.orgId)
  open.defer(() => bare.close())

  const planned = await compareByTurns(
    { ...TURNS, occurrences: REMINDERS },
    (turn) => plan(runtime, team, planEvents(team, turn)),
    (turn) => bare.insertReminders(planEvents(team, turn)),
  )
  report({ action: 'plan', ...inReminders(planned) })
  await checkReminders(databaseUrl, 2 * ALL_TURNS)

  const booked = await compareByTurns(
    { ...TURNS, occurrences: REMINDERS },
    async (turn) => {
      const context = contextOf(runtime, team)
      for (const event of planEvents(team, turn)) await createEvent(context, toInput(event))
    },
    (turn) => bare.insertEvents(planEvents(team, ALL_TURNS + turn)),
  )
  report({ action: 'book', ...inReminders(booked) })
  await checkReminders(databaseUrl, 4 * ALL_TURNS)
}

function inReminders({ occurrences: reminders, ...times }: Awaited<ReturnType<typeof compareByTurns>>) {
  return { reminders, ...times }
}

/** Half an hour each, one after the other, and after those of the turns before. */
function planEvents({ members }: Team, turn: number): BareEvent[] {
  return Array.from({ length: EVENTS }, (_, nth) => {
    const startsAt = FIRST.add({ minutes: 30 * (turn * EVENTS + nth) })
    return { id: randomUUID(), startsAt, endsAt: startsAt.add({ minutes: 30 }), people: members }
  })
}

async function plan(runtime: Runtime, { orgId }: Team, events: readonly BareEvent[]): Promise<void> {
  const reminded = events.map(({ id, startsAt, people }): RemindedEvent => ({
    id,
    version: 1,
    startsAt,
    allDay: false,
    status: 'SCHEDULED',
    source: 'internal',
    seriesId: null,
    reminderOffsetsMinutes: null,
    participants: people.map(({ email }) => ({ email, status: 'pending' })),
  }))
  const planning = { ...runtime, orgId, now: NOW, knownIds: [] }
  await inOrganization(runtime, orgId, (tx) => putReminders(tx, reminded, planning))
}

function toInput({ startsAt, endsAt, people }: BareEvent) {
  const participants = people.slice(1).map(({ email }) => ({ email }))
  return createEventInput.parse({
    title: 'Planning',
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    participants,
  })
}

function contextOf(runtime: Runtime, { orgId, members: [organizer] }: Team): ServiceContext {
  assert.ok(organizer)
  const { id: userId, email } = organizer
  return {
    ...runtime,
    clock: () => NOW,
    actor: { orgId, userId, email, name: email, role: 'OPERATOR', timeZone: 'Europe/Berlin', organizationName: 'B' },
    origin: 'web 127.0.0.1',
    rankingModel: null,
  }
}

/** Every turn has written all its reminders, each once. */
async function checkReminders(databaseUrl: string, turns: number): Promise<void> {
  const owner = postgres(databaseUrl, { max: 1 })
  const [row] = await owner`
    select count(*)::int as reminders, count(distinct (event_id, recipient_email, offset_minutes))::int as different
    from mails where kind = 'reminder' and status = 'PENDING'`
  await owner.end()
  assert.deepEqual({ ...row }, { reminders: turns * REMINDERS, different: turns * REMINDERS })
}
