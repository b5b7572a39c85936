import { type Booking, planBookings } from '@astralis/core/conflicts/plan-bookings'
import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { claimsTime } from '@astralis/core/conflicts/decide-status'
import { type DraftParticipant, splitParticipants } from '@astralis/core/events/draft-event'
import type { Event } from '@astralis/core/events/event'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import type { EventsPlan } from '@astralis/core/series/plan-series-change'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import {
  deleteConflicts,
  deleteParticipants,
  insertConflicts,
  insertParticipants,
  type ParticipantGroup,
} from '@astralis/db/queries/event-details'
import { deleteEvents } from '@astralis/db/queries/events'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import { insertEvents, updateEvents } from '@astralis/db/queries/occurrences'
import { keepPlans } from '@astralis/db/tenancy'
import type { ActivitySource } from '../activity/record-activity.ts'
import type { Runtime } from '../context.ts'
import { putReminders } from '../reminders/put-reminders.ts'
import { requestPush } from '../sync/request-push.ts'
import { sentTogether } from '../transaction.ts'
import { recheckWaiting } from './recheck-waiting.ts'

interface Writing {
  now: Temporal.Instant
  /** Events in CONFLICT with those that change. */
  waiting?: readonly Event[]
  /** Looks at what came out before anything is written; throws to refuse it. */
  permit?: (bookings: readonly Booking<OccurrenceDraft>[]) => void
  /** The linked calendar that the change has come from, and that need not be told. */
  exceptCalendarId?: string
}

/**
 * Writes events that belong together, in a few statements however many they are: the time of each is checked, and what
 * they give up goes to those that wait for it (C3); their reminders follow (F4). The people concerned must be locked.
 */
export async function writeEvents(
  tx: Transaction,
  source: ActivitySource & Pick<Runtime, 'enqueue'>,
  { changed, added, removed }: EventsPlan,
  { now, waiting = [], permit, exceptCalendarId }: Writing,
): Promise<Booking<OccurrenceDraft>[]> {
  const { orgId } = source.actor
  const events = [...changed.map(({ after }) => after), ...added]
  const known = [...changed.map(({ before }) => before), ...removed].map(({ id }) => id)
  const asking = events.filter((event) => claimsTime(event, now))
  const times = asking.map((event) => ({ ...event, emails: requiredPeople(event) }))
  const busy = await listOverlapping(tx, { orgId, times, exceptEventIds: known })
  const busyById = new Map(asking.map(({ id }, index) => [id, busy[index] ?? []]))
  const bookings = planBookings(events, ({ id }) => busyById.get(id) ?? [], now)
  permit?.(bookings)

  const isNew = new Set(added.map(({ id }) => id))
  const moves = changed.map(({ before, after }) => ({
    eventId: after.id,
    ...splitParticipants(before.participants, after.participants),
  }))
  const joining = [...moves, ...added.map(({ id, participants }) => ({ eventId: id, joining: participants }))]
  // People leave before the times move and join after it: the database checks as each statement ends.
  await sentTogether([
    keepPlans(tx, true),
    deleteEvents(
      tx,
      orgId,
      removed.map(({ id }) => id),
    ),
    deleteParticipants(
      tx,
      orgId,
      moves.flatMap(({ eventId, leaving }) => leaving.map((email) => ({ eventId, email }))),
    ),
    deleteConflicts(tx, orgId, known),
    updateEvents(
      tx,
      orgId,
      bookings.filter(({ event }) => !isNew.has(event.id)),
      now,
    ),
    insertEvents(
      tx,
      orgId,
      bookings.filter(({ event }) => isNew.has(event.id)),
      now,
    ),
    insertParticipants(tx, orgId, groupByPeople(joining)),
    insertConflicts(
      tx,
      orgId,
      bookings.flatMap(({ pairs }) => pairs),
    ),
  ])
  const gone = removed.map((event) => ({ ...event, status: 'CANCELLED' as const }))
  const written = bookings.map(({ event, status }) => ({ ...event, status }))
  await putReminders(tx, [...written, ...gone], { ...source, orgId, now, knownIds: known })
  const before = changed.map((change) => change.before)
  await requestPush(tx, {
    enqueue: source.enqueue,
    orgId,
    now,
    exceptCalendarId,
    present: events.filter(({ status }) => status !== 'CANCELLED'),
    absent: [...before, ...events, ...removed],
    moved: changed,
  })
  await keepPlans(tx, false)
  await recheckWaiting(tx, source, waiting)
  return bookings
}

/** Nearly all occurrences of a series have the same people: they are sent once. */
function groupByPeople(
  joining: readonly { eventId: string; joining: readonly DraftParticipant[] }[],
): ParticipantGroup[] {
  const groups = new Map<string, ParticipantGroup>()
  for (const { eventId, joining: people } of joining) {
    if (people.length === 0) continue
    const key = JSON.stringify(people)
    const group = groups.get(key) ?? { eventIds: [], people }
    group.eventIds.push(eventId)
    groups.set(key, group)
  }
  return [...groups.values()]
}
