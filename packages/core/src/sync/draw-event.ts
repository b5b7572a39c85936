import type { Event } from '../events/event.ts'
import { nextSequence } from '../events/next-sequence.ts'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import type { OccurrenceDraft } from '../series/draft-series.ts'
import type { ChangedEvent } from '../series/plan-series-change.ts'
import { Temporal } from '../temporal.ts'
import type { Drawing, ItemPlan } from './drawing.ts'
import { contentOf } from './item-draft.ts'
import { keepsSaying } from './keeps-saying.ts'
import type { LocalItem } from './local-item.ts'

/** What happens once, or not at all any more. */
export function drawEvent(local: LocalItem, wanted: CalendarEvent | null, drawing: Drawing): ItemPlan {
  const events = local.event ? [local.event] : local.occurrences
  if (!wanted) return cancelAll(local.series, events)
  // To other programs an event is the same as long as its id is, also when it stops to repeat.
  const before = events.find(({ id }) => id === drawing.ownId)
  const after = { ...draftOf(wanted, before, local, drawing), seriesId: null, originalStartsAt: null, ownFields: [] }
  const removed = events.filter((event) => event !== before)
  return {
    ...writeOne(before, after),
    removed,
    series: null,
    dropped: local.series?.id ?? null,
  }
}

function writeOne(before: Event | undefined, after: OccurrenceDraft) {
  if (!before) return { changed: [], added: [after] }
  return { changed: keepsSaying(before, after) ? [] : [{ before, after }], added: [] }
}

/** An event as an item of a linked calendar has it, with what only we know. */
function draftOf(
  wanted: CalendarEvent,
  before: Event | undefined,
  { series }: LocalItem,
  drawing: Drawing,
): OccurrenceDraft {
  const timeZone = before?.timeZone ?? drawing.timeZone
  const content = contentOf(wanted, timeZone)
  if (!before) {
    const { source, createdBy, reminderOffsetsMinutes } = series ?? { ...drawing, reminderOffsetsMinutes: null }
    const origin = { ...newEvent(drawing), source, createdBy, reminderOffsetsMinutes }
    return { ...origin, ...content, status: statusOf(content.endsAt, drawing.now) }
  }
  const status = before.status === 'CANCELLED' ? ('SCHEDULED' as const) : before.status
  const after = { ...before, ...content, status, version: before.version + 1 }
  return { ...after, sequence: nextSequence(before, after, before.sequence) }
}

/** What is over when it comes here does not ask for anybody's time. */
export function statusOf(endsAt: Temporal.Instant, now: Temporal.Instant): 'COMPLETED' | 'SCHEDULED' {
  return Temporal.Instant.compare(endsAt, now) <= 0 ? 'COMPLETED' : 'SCHEDULED'
}

function newEvent({ ownId }: Drawing) {
  const alone = { seriesId: null, originalStartsAt: null, ownFields: [] }
  return { id: ownId, suggestion: null, sequence: 0, version: 1, ...alone }
}

/** Also what is over: nothing of it is there any more. It can be taken back. */
function cancelAll(series: LocalItem['series'], events: readonly Event[]): ItemPlan {
  const lasting = events.filter(({ status }) => status !== 'CANCELLED')
  const changed: ChangedEvent[] = lasting.map((before) => ({
    before,
    after: { ...before, status: 'CANCELLED' as const, version: before.version + 1, sequence: before.sequence + 1 },
  }))
  const isOn = series !== null && (series.status !== 'CANCELLED' || series.nextStartsAt !== null)
  const ended = isOn
    ? { ...series, status: 'CANCELLED' as const, nextStartsAt: null, sequence: series.sequence + 1 }
    : null
  return { changed, added: [], removed: [], series: ended, dropped: null }
}
