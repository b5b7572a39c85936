import type { Event } from '../events/event.ts'
import { nextSequence } from '../events/next-sequence.ts'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { epochToWall, parseWall, wallToEpoch } from '../recurrence/wall-time.ts'
import { draftOccurrence, draftSeries, type OccurrenceDraft } from '../series/draft-series.ts'
import { horizonOf, slotsUntil } from '../series/horizon.ts'
import { nextSeriesSequence } from '../series/next-series-sequence.ts'
import { ownFieldsOf } from '../series/own-fields.ts'
import type { ChangedEvent } from '../series/plan-series-change.ts'
import { type Series, startOf } from '../series/series.ts'
import { Temporal } from '../temporal.ts'
import { statusOf } from './draw-event.ts'
import type { Drawing, ItemPlan } from './drawing.ts'
import { contentOf } from './item-draft.ts'
import { keepsGoing, keepsSaying } from './keeps-saying.ts'
import { type ItemForms, type LocalItem, slotOf } from './local-item.ts'

interface WantedSeries extends ItemForms {
  main: CalendarEvent
}

/**
 * A series and its occurrences up to the horizon. An occurrence stays the event that it is when the series moves, or gets a
 * rule that has its slot as well.
 */
export function drawSeries(local: LocalItem, wanted: WantedSeries, recurrence: string, drawing: Drawing): ItemPlan {
  const series = seriesOf(local, wanted.main, recurrence, drawing)
  const { slots, next } = slotsUntil(series, drawing.from, horizonOf(drawing.now, startOf(series)))
  const known = local.event ? [local.event] : local.occurrences
  const newSlots = pairing(local.series, series, slots)
  const bySlot = new Map(
    known.filter(({ originalStartsAt }) => originalStartsAt !== null).map((event) => [newSlots(slotOf(event)), event]),
  )
  // The event that began to repeat is the first occurrence, whenever that is.
  if (local.event && slots[0] !== undefined) bySlot.set(slots[0], local.event)

  const isSlot = new Set(slots)
  // What was changed for an occurrence alone goes with it, unless it belongs to another that is there now.
  const exceptionAt = (slot: number, oldSlot = slot) =>
    wanted.exceptions.get(slot) ?? (isSlot.has(oldSlot) ? undefined : wanted.exceptions.get(oldSlot))

  const changed: ChangedEvent[] = []
  const added: OccurrenceDraft[] = []
  for (const slot of slots) {
    const before = bySlot.get(slot)
    const exception = exceptionAt(slot, before && slotOf(before))
    const isOff = wanted.exceptions.get(slot) === null
    if (!before) {
      if (!isOff) added.push(drawOccurrence(series, slot, { exception, isOff, drawing }))
      continue
    }
    const after = drawOccurrence(series, slot, { before, exception, isOff, drawing })
    if (!keepsSaying(before, after)) changed.push({ before, after })
  }
  const kept = new Set([...slots].map((slot) => bySlot.get(slot)))
  // The event that became this series has its id: they can not both be, not even where it is before all occurrences.
  const isGone = (event: Event) => !kept.has(event) && (event === local.event || slotOf(event) >= drawing.from)
  const removed = known.filter(isGone)
  const nextStartsAt = next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
  const after = { ...series, nextStartsAt }
  const isKept = local.series !== null && keepsGoing(local.series, after)
  return { changed, added, removed, series: isKept ? null : after, dropped: null }
}

function seriesOf({ event, series }: LocalItem, main: CalendarEvent, recurrence: string, drawing: Drawing): Series {
  const { now, ownId, createdBy, source } = drawing
  const timeZone = (series ?? event)?.timeZone ?? drawing.timeZone
  const reminderOffsetsMinutes = (series ?? event)?.reminderOffsetsMinutes ?? null
  const content = {
    ...contentOf(main, timeZone),
    status: 'SCHEDULED' as const,
    suggestion: null,
    reminderOffsetsMinutes,
  }
  const draft = draftSeries(content, recurrence)
  if (series) {
    const status = series.status === 'CANCELLED' ? draft.status : series.status
    const after: Series = { ...series, ...draft, status }
    return { ...after, sequence: nextSeriesSequence(series, after) }
  }
  const origin = { id: ownId, source, createdBy, sequence: event ? event.sequence + 1 : 0, splitFrom: null }
  return { ...draft, ...origin, nextStartsAt: null, createdAt: now, updatedAt: now }
}

/** Where an old slot has gone: as far as the series has moved, or nowhere. */
function pairing(before: Series | null, after: Series, slots: readonly number[]): (slot: number) => number {
  if (!before) return (slot) => slot
  const distance = parseWall(after.startsAt) - parseWall(before.startsAt)
  const isSlot = new Set(slots)
  return (slot) => {
    const [moved = slot] = wallToEpoch(after.timeZone, [epochToWall(before.timeZone, slot) + distance])
    return isSlot.has(moved) ? moved : slot
  }
}

interface Occurrence {
  before?: Event
  exception: CalendarEvent | null | undefined
  isOff: boolean
  drawing: Drawing
}

function drawOccurrence(
  series: Series,
  slot: number,
  { before, exception, isOff, drawing }: Occurrence,
): OccurrenceDraft {
  const usual = draftOccurrence(series, slot, before?.id ?? drawing.newId())
  const content = exception ? { ...usual, ...contentOf(exception, series.timeZone) } : usual
  if (!before) {
    const status = statusOf(content.endsAt, drawing.now)
    const added = { ...content, status }
    return { ...added, ownFields: ownFieldsOf(series, added) }
  }
  const { suggestion, createdBy, version } = before
  const hasOwnReminders = before.ownFields.includes('reminders')
  const after: OccurrenceDraft = {
    ...content,
    suggestion,
    createdBy,
    source: before.source,
    version: version + 1,
    reminderOffsetsMinutes: hasOwnReminders ? before.reminderOffsetsMinutes : series.reminderOffsetsMinutes,
    status: isOff ? 'CANCELLED' : before.status === 'CANCELLED' ? 'SCHEDULED' : before.status,
  }
  const sequence = nextSequence(before, after, Math.max(before.sequence, series.sequence))
  return { ...after, sequence, ownFields: ownFieldsOf(series, after) }
}
