import type { Event, OwnField } from '../events/event.ts'
import { nextSequence } from '../events/next-sequence.ts'
import { expandStored } from '../recurrence/expand-recurrence.ts'
import { epochToWall, wallToEpoch } from '../recurrence/wall-time.ts'
import { Temporal } from '../temporal.ts'
import { DAY } from '../time/zone-offsets.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import { mergePeople } from './merge-people.ts'
import { type RedraftedSeries, redraftSeries, type SeriesWish } from './redraft-series.ts'
import { requireApart } from './require-apart.ts'
import { nextSeriesSequence } from './next-series-sequence.ts'
import { type Series, spanOfSlot, startOf } from './series.ts'

/** An event and what becomes of it. */
export interface ChangedEvent {
  before: Event
  after: OccurrenceDraft
}

/** What is to be written. */
export interface EventsPlan {
  changed: ChangedEvent[]
  added: OccurrenceDraft[]
  removed: Event[]
}

export interface SeriesPlan extends EventsPlan {
  series: Series
}

interface Surroundings {
  now: Temporal.Instant
  newId: () => string
}

/**
 * What a wish makes of a series and its occurrences (all that have events). The n-th occurrence stays the n-th when the
 * series moves; when it gets another rule, an occurrence stays where that has its slot too. What was changed for an
 * occurrence alone stays as it is. Throws RecurrenceError.
 */
export function planSeriesChange(
  before: Series,
  occurrences: readonly Event[],
  wish: SeriesWish,
  { now, newId }: Surroundings,
): SeriesPlan {
  const redrafted = redraftSeries(before, wish)
  const { series, distance } = redrafted
  const known = occurrences.map(slotOf)
  // Another rule may begin much later, and then reaches as far from there as a new series would.
  const horizon = wish.recurrence === undefined ? horizonOf(now) : horizonOf(now, startOf(series))
  const last = Math.max(...known) + Math.max(distance, 0) + DAY
  const { slots, next } = slotsUntil(series, 0, Math.max(horizon, last))
  if (slots.length === 0) throw new RecurrenceError('This rule has no occurrence.')
  requireApart(series, slots)

  const newSlots =
    wish.recurrence === undefined ? pairByOrder(before, known, slots) : pairByTime(before, redrafted, slots)
  const changed: ChangedEvent[] = []
  const removed: Event[] = []
  for (const event of occurrences) {
    const slot = newSlots(slotOf(event))
    if (slot === undefined) removed.push(event)
    else changed.push({ before: event, after: redraftOccurrence(event, slot, wish, redrafted) })
  }
  const taken = new Set(changed.map(({ after }) => after.originalStartsAt?.epochMilliseconds))
  const isOver = series.status === 'CANCELLED'
  // What a linked calendar had long ago was never made, and is not made now.
  const earliest = series.source === 'internal' ? 0 : Math.min(...[...taken].map((slot) => slot ?? Infinity))
  const added = isOver
    ? []
    : slots.filter((slot) => !taken.has(slot) && slot >= earliest).map((slot) => draftOccurrence(series, slot, newId()))
  const nextStartsAt = next === null || isOver ? null : Temporal.Instant.fromEpochMilliseconds(next)
  const sequence = nextSeriesSequence(before, series)
  return { series: { ...series, sequence, nextStartsAt }, changed, added, removed }
}

function slotOf({ originalStartsAt, startsAt }: Event): number {
  return (originalStartsAt ?? startsAt).epochMilliseconds
}

type Pairing = (slot: number) => number | undefined

function pairByOrder(before: Series, known: readonly number[], slots: readonly number[]): Pairing {
  const old = expandStored(before, { from: 0, to: Math.max(...known) + 1, limit: Infinity })
  const pairs = new Map(old.map((slot, index) => [slot, slots[index]]))
  return (slot) => pairs.get(slot)
}

function pairByTime(before: Series, { series, distance }: RedraftedSeries, slots: readonly number[]): Pairing {
  const isSlot = new Set(slots)
  return (slot) => {
    const [moved] = wallToEpoch(series.timeZone, [epochToWall(before.timeZone, slot) + distance])
    return moved !== undefined && isSlot.has(moved) ? moved : undefined
  }
}

function redraftOccurrence(
  event: Event,
  slot: number,
  { occurrence, wanted, isEdit }: SeriesWish,
  { series, fields }: RedraftedSeries,
): ChangedEvent['after'] {
  // The one that the wish was made with is meant to be like the others.
  const ownFields =
    event.id === occurrence.id ? event.ownFields.filter((own) => !fields.includes(own)) : event.ownFields
  const isOwn = (field: OwnField) => ownFields.includes(field)
  const follows = (field: OwnField) => fields.includes(field) && !isOwn(field)
  const { title, description, location, meetingLink, showsAs, allDay, timeZone } = series
  const after = {
    ...event,
    seriesId: series.id,
    originalStartsAt: Temporal.Instant.fromEpochMilliseconds(slot),
    ownFields,
    version: isEdit ? event.version + 1 : event.version,
    ...(!isOwn('time') && { ...spanOfSlot(series, slot), allDay, timeZone }),
    ...(follows('title') && { title }),
    ...(follows('description') && { description }),
    ...(follows('location') && { location }),
    ...(follows('meetingLink') && { meetingLink }),
    ...(follows('showsAs') && { showsAs }),
    ...(follows('reminders') && { reminderOffsetsMinutes: series.reminderOffsetsMinutes }),
    // What has happened, has happened.
    ...(follows('status') && event.status !== 'COMPLETED' && { status: wanted.status }),
    participants: mergePeople(event.participants, occurrence.participants, wanted.participants),
  }
  return { ...after, sequence: nextSequence(event, after, event.sequence) }
}
