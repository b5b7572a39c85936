import type { Event } from '../events/event.ts'
import type { ChangePlan } from '../series/plan-change.ts'
import type { ChangedEvent } from '../series/plan-series-change.ts'
import type { Series } from '../series/series.ts'
import type { Temporal } from '../temporal.ts'
import { type Announcement, announceChange, type AnnouncedChange } from './announce-change.ts'
import { announcedEvent, announcedSeries, subjectKey } from './announced.ts'

/** The first of two series, and the one that both have become. */
export interface JoinedSeries {
  previous: Series
  whole: Series
}

interface Happening {
  /** The event that was changed, as it was. */
  event: Event
  /** Its series as it was; null for a single event. */
  series: Series | null
  plan: ChangePlan
  /** Where the change has made one series of two again. */
  joined: JoinedSeries | null
  actorEmail: string | null
  now: Temporal.Instant
}

/**
 * Who is to be told of a change of an event or its series (F1). A series is told of as a whole; a single occurrence only
 * where it alone changed, or for people who take part in it alone.
 */
export function planAnnouncements({ event, series, plan, joined, actorEmail, now }: Happening): Announcement[] {
  const isOfOne = series !== null && (plan.written.length === 0 || isLeftOut(series, plan)) && plan.dropped === null
  const seriesOrJoin = joined ? joinChanges(event, series, joined) : seriesChanges(event, series, plan)
  const changes = isOfOne || isSingle(series, plan) ? eachEvent(series, plan) : seriesOrJoin
  const extras = isOfOne || !series ? [] : extrasOf(series, plan)
  return [
    ...changes.flatMap((change) => announceChange(change, { actorEmail, now })),
    ...extras.flatMap(({ change, isExtra }) =>
      announceChange(change, { actorEmail, now }).filter(({ recipientEmail }) => isExtra(recipientEmail)),
    ),
  ]
}

function isSingle(series: Series | null, { written }: ChangePlan): boolean {
  return !series && written.length === 0
}

/** One occurrence was deleted: its series only notes the gap. */
function isLeftOut(series: Series, { written, removed, changed }: ChangePlan): boolean {
  return changed.length === 0 && removed.length === 1 && written.length === 1 && written[0]?.id === series.id
}

function eachEvent(series: Series | null, { changed, removed }: ChangePlan): AnnouncedChange[] {
  return [
    ...changed.map(({ before, after }) => ({
      before: announcedEvent(before, series),
      after: announcedEvent(after, series),
    })),
    ...removed.map((event) => ({ before: announcedEvent(event, series), after: null })),
  ]
}

/** Things are the same to other programs when their UIDs are: also an event that begins to repeat, or stops to. */
function seriesChanges(event: Event, series: Series | null, plan: ChangePlan): AnnouncedChange[] {
  const before = series ? announcedSeries(series, event) : announcedEvent(event, null)
  const alone = plan.changed
    .filter(({ after }) => after.seriesId === null)
    .map(({ after }) => announcedEvent(after, null))
  const after = [...plan.written.map((one) => announcedSeries(one, occurrenceOf(one, plan) ?? event)), ...alone]
  const isKnown = after.some(({ uid }) => uid === before.uid)
  return [
    ...after.map((one) => ({ before: one.uid === before.uid ? before : null, after: one })),
    ...(isKnown ? [] : [{ before, after: null }]),
  ]
}

/** The second series is no more, and the first one goes on. */
function joinChanges(event: Event, series: Series | null, { previous, whole }: JoinedSeries): AnnouncedChange[] {
  return [
    { before: announcedSeries(previous, event), after: announcedSeries(whole, event) },
    ...(series ? [{ before: announcedSeries(series, event), after: null }] : []),
  ]
}

function occurrenceOf(series: Series, { changed, added }: ChangePlan): { id: string; version: number } | undefined {
  return [...changed.map(({ after }) => after), ...added].find(({ seriesId }) => seriesId === series.id)
}

interface Extra {
  change: AnnouncedChange
  isExtra: (email: string) => boolean
}

/** People who take part in some occurrences only: what is said of the series does not reach them. */
function extrasOf(series: Series, plan: ChangePlan): Extra[] {
  const regular = new Set(
    [series, ...plan.written].flatMap(({ participants }) => participants.map(({ email }) => email)),
  )
  const isExtra = (email: string) => !regular.has(email)
  const hasExtra = (event: Pick<Event, 'participants'>) => event.participants.some(({ email }) => isExtra(email))
  const changed = plan.changed.filter(({ before }) => hasExtra(before))
  return [
    ...changed.flatMap((one) => extraChanges(series, plan, one)),
    ...plan.removed.filter(hasExtra).map((event) => ({ before: announcedEvent(event, series), after: null })),
  ].map((change) => ({ change, isExtra }))
}

function extraChanges(series: Series, { written }: ChangePlan, { before, after }: ChangedEvent): AnnouncedChange[] {
  const target = written.find(({ id }) => id === after.seriesId) ?? null
  if (after.seriesId !== null && !target) return []
  const [was, is] = [announcedEvent(before, series), announcedEvent(after, target)]
  const isSame = subjectKey(was) === subjectKey(is)
  return isSame
    ? [{ before: was, after: is }]
    : [
        { before: was, after: null },
        { before: null, after: is },
      ]
}
