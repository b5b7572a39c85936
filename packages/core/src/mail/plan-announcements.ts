import type { DraftParticipant, EventDraft } from '../events/draft-event.ts'
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
 * Who is to be told of a change of an event or its series (F1). A series is told of as a whole, and who hears of that hears
 * of its occurrences by it; a single occurrence is told of to everybody else whom its change concerns.
 */
export function planAnnouncements(happening: Happening): Announcement[] {
  const { event, series, plan, joined, actorEmail, now } = happening
  const announce = (changes: readonly AnnouncedChange[]) =>
    changes.flatMap((change) => announceChange(change, { actorEmail, now }))
  if (isOfOne(series, plan)) return announce(eachEvent(series, plan))
  const whole = announce(joined ? joinChanges(event, series, joined) : seriesChanges(event, series, plan))
  if (!series) return whole
  const told = new Set(whole.map(({ recipientEmail }) => recipientEmail))
  const isUntold = ({ email, isOrganizer }: DraftParticipant) =>
    !told.has(email) && !(isOrganizer && email === actorEmail)
  const changes = occurrenceChanges(series, joined ? asOne(plan, joined) : plan, isUntold)
  return [...whole, ...announce(changes).filter(({ recipientEmail, isOwn }) => !told.has(recipientEmail) && !isOwn)]
}

/** A single event, or one occurrence: where that was deleted, its series only notes the gap. */
function isOfOne(series: Series | null, plan: ChangePlan): boolean {
  if (plan.dropped !== null) return false
  return plan.written.length === 0 || (series !== null && isLeftOut(series, plan))
}

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

/** The second series is no more, and the first one goes on; one that was split by this change was never told of. */
function joinChanges(event: Event, series: Series | null, { previous, whole }: JoinedSeries): AnnouncedChange[] {
  const isSplitNow = series?.id === whole.id
  return [
    { before: announcedSeries(isSplitNow ? series : previous, event), after: announcedSeries(whole, event) },
    ...(series && !isSplitNow ? [{ before: announcedSeries(series, event), after: null }] : []),
  ]
}

/** The plan as if what has become one series had never been two. */
function asOne(plan: ChangePlan, { whole }: JoinedSeries): ChangePlan {
  const second = plan.written.at(-1)
  const changed = plan.changed.map(({ before, after }) => ({
    before,
    after: after.seriesId === second?.id ? { ...after, seriesId: whole.id } : after,
  }))
  return { ...plan, changed, written: [whole] }
}

function occurrenceOf(series: Series, { changed, added }: ChangePlan): { id: string; version: number } | undefined {
  return [...changed.map(({ after }) => after), ...added].find(({ seriesId }) => seriesId === series.id)
}

/** What becomes of the occurrences in which one of these people takes part. */
function occurrenceChanges(
  series: Series,
  plan: ChangePlan,
  isConcerned: (person: DraftParticipant) => boolean,
): AnnouncedChange[] {
  const concerns = ({ participants }: Pick<EventDraft, 'participants'>) => participants.some(isConcerned)
  return [
    ...plan.changed
      .filter(({ before, after }) => concerns(before) || concerns(after))
      .flatMap((changed) => occurrenceChange(series, plan, changed)),
    ...plan.removed.filter(concerns).map((event) => ({ before: announcedEvent(event, series), after: null })),
  ]
}

function occurrenceChange(series: Series, { written }: ChangePlan, { before, after }: ChangedEvent): AnnouncedChange[] {
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
