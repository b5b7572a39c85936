import { describeChange, snapshotEvent } from '@astralis/core/events/describe-change'
import type { Event } from '@astralis/core/events/event'
import { planAnnouncements } from '@astralis/core/mail/plan-announcements'
import type { EventsPlan } from '@astralis/core/series/plan-series-change'
import type { ItemPlan } from '@astralis/core/sync/drawing'
import type { Transaction } from '@astralis/db/client'
import { deleteSeries, putSeries } from '@astralis/db/queries/series'
import type { Stream } from '@astralis/db/queries/streams'
import { type ActivityEntry, recordActivity } from '../activity/record-activity.ts'
import { writeEvents } from '../events/write-events.ts'
import { announce } from '../mail/announce.ts'
import { sentTogether } from '../transaction.ts'
import type { Outcome } from './apply-items.ts'
import { eventsOf } from './lock-items.ts'
import type { SyncRuntime } from './sync-runtime.ts'

interface Writing {
  outcomes: readonly Outcome[]
  /** Events in CONFLICT with those that change. */
  waiting: readonly Event[]
  isFirst: boolean
}

interface Planned {
  outcome: Outcome
  plan: ItemPlan
}

/** Writes what came of a look at both sides; guests hear of what was moved there, of meetings that are ours. */
export async function writeItems(
  tx: Transaction,
  runtime: SyncRuntime,
  stream: Stream,
  { outcomes, waiting, isFirst }: Writing,
): Promise<void> {
  const { orgId } = stream
  const now = runtime.clock()
  const planned = outcomes.flatMap((outcome) =>
    outcome.reconciled ? [{ outcome, plan: outcome.reconciled.plan }] : [],
  )
  const plans = planned.map(({ plan }) => plan)
  const source = { ...runtime, origin: stream.provider.toLowerCase(), actor: { orgId, userId: stream.userId } }

  await sentTogether(
    plans.flatMap(({ series }) => (series ? [putSeries(tx, orgId, { ...series, updatedAt: now })] : [])),
  )
  const plan = {
    changed: plans.flatMap(({ changed }) => changed),
    added: plans.flatMap(({ added }) => added),
    removed: plans.flatMap(({ removed }) => removed),
  }
  await writeEvents(tx, source, plan, {
    now,
    waiting: stillWaiting(plan, outcomes, waiting),
    exceptCalendarId: stream.id,
  })
  for (const { dropped } of plans) if (dropped) await deleteSeries(tx, orgId, dropped)
  await announce(
    tx,
    source,
    planned.flatMap((one) => announcementsOf(one, stream.memberEmail, now)),
  )
  await recordActivity(
    tx,
    source,
    planned.flatMap((one) => activityOf(one, isFirst)),
  )
}

/** Whoever waits for one that changes: also events that were read with it, and stay as they are. */
function stillWaiting(
  { changed, removed }: EventsPlan,
  outcomes: readonly Outcome[],
  waiting: readonly Event[],
): Event[] {
  const touched = new Set([...changed.map(({ before }) => before), ...removed].map(({ id }) => id))
  if (touched.size === 0) return []
  const candidates = [...waiting, ...outcomes.flatMap(({ group }) => eventsOf(group))]
  return candidates.filter(({ id, status }) => status === 'CONFLICT' && !touched.has(id))
}

function announcementsOf({ outcome, plan }: Planned, actorEmail: string, now: Event['createdAt']) {
  const [event] = eventsOf(outcome.group)
  if (!event || event.source !== 'internal') return []
  const written = plan.series ? [plan.series] : []
  const { series } = outcome.group.local
  return planAnnouncements({ event, series, plan: { ...plan, written }, joined: null, actorEmail, now })
}

function activityOf({ outcome, plan }: Planned, isFirst: boolean): ActivityEntry[] {
  const [first] = plan.added
  const isNew = eventsOf(outcome.group).length === 0
  if (isNew) {
    if (isFirst || !first) return []
    const after = snapshotEvent({ ...first, recurrence: plan.series?.rules ?? null })
    return [{ action: 'event.imported', entityId: first.id, after }]
  }
  const [change] = plan.changed.flatMap(({ before, after }) => {
    const described = describeChange(before, { ...before, ...after, participants: before.participants })
    return described ? [{ entityId: before.id, ...described }] : []
  })
  if (change) return [{ action: 'event.synchronized', ...change }]
  // Its rule reaches further, or less far: the occurrences that stay say the same as before.
  const [known] = eventsOf(outcome.group)
  if (!known || plan.added.length + plan.removed.length === 0) return []
  const { id, title, source } = known
  const after = { title, source, added: plan.added.length, removed: plan.removed.length }
  return [{ action: 'event.synchronized', entityId: id, after }]
}
