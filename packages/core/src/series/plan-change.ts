import type { EventDraft } from '../events/draft-event.ts'
import type { Event, Scope } from '../events/event.ts'
import { nextSequence } from '../events/next-sequence.ts'
import { formatRecurrence, parseRecurrence } from '../recurrence/recurrence.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import type { Temporal } from '../temporal.ts'
import { draftSeries, type OccurrenceDraft } from './draft-series.ts'
import { ownFieldsOf } from './own-fields.ts'
import { type EventsPlan, planSeriesChange } from './plan-series-change.ts'
import { planSeries } from './plan-series.ts'
import type { Series } from './series.ts'
import { splitSeries } from './split-series.ts'

/** An event before a change, and what the change reaches. */
export interface ChangeContext {
  event: Event
  /** Null for a single event. */
  series: Series | null
  /** The event itself, and the other occurrences that have events and that the scope covers. */
  occurrences: readonly Event[]
  scope: Scope
  now: Temporal.Instant
  newId: () => string
}

export interface ChangeWish {
  wanted: EventDraft
  /** RRULE, RDATE and EXDATE lines; null for no repetition, undefined for what it is. */
  recurrence: string | null | undefined
  /** False for somebody's answer, which is no edit: versions stay. */
  isEdit: boolean
}

export interface ChangePlan extends EventsPlan {
  /** Series to write, before their events. */
  written: Series[]
  /** A series that is no more, after its events have gone elsewhere. */
  dropped: string | null
}

/**
 * What an edit of an event makes of it and its series. Throws RecurrenceError for a rule that is none, or that does not
 * fit the rest.
 */
export function planChange(context: ChangeContext, wish: ChangeWish): ChangePlan {
  const { event, series, scope } = context
  const recurrence = newRules(context, wish)
  if (!series) return recurrence ? beginSeries(context, wish.wanted, recurrence) : changeOne(context, wish)
  if (scope === 'this') {
    if (recurrence === undefined) return changeOne(context, wish)
    throw new RecurrenceError('One occurrence can not repeat by itself. Change this and the following ones, or all.')
  }
  const split = scope === 'following' ? splitSeries(series, slotOf(event), context.newId()) : null
  const written = split ? [split.before] : []
  if (recurrence === null) return { ...endSeries(context, wish.wanted), written, dropped: split ? null : series.id }
  const target = split?.after ?? series
  const plan = planSeriesChange(target, context.occurrences, { ...wish, occurrence: event, recurrence }, context)
  return { ...plan, written: [...written, plan.series], dropped: null }
}

/** The rules that somebody wishes; undefined where they are those that the event has already. */
function newRules({ event, series }: ChangeContext, { wanted, recurrence }: ChangeWish): string | null | undefined {
  if (recurrence === undefined || recurrence === null) return series ? recurrence : undefined
  const times = series ?? { startsAt: '2026-01-01T00:00:00', timeZone: wanted.timeZone }
  const rules = formatRecurrence(parseRecurrence({ ...times, rules: recurrence }))
  return rules === event.recurrence ? undefined : rules
}

function slotOf({ originalStartsAt, startsAt }: Event): number {
  return (originalStartsAt ?? startsAt).epochMilliseconds
}

function changeOne({ event, series }: ChangeContext, { wanted, isEdit }: ChangeWish): ChangePlan {
  const { seriesId, originalStartsAt } = event
  const version = isEdit ? event.version + 1 : event.version
  const sequence = nextSequence(event, wanted, Math.max(event.sequence, series?.sequence ?? 0))
  const after: OccurrenceDraft = { ...bareChange(event, wanted, sequence), version, seriesId, originalStartsAt }
  const ownFields = series ? ownFieldsOf(series, after) : []
  return {
    changed: [{ before: event, after: { ...after, ownFields } }],
    added: [],
    removed: [],
    written: [],
    dropped: null,
  }
}

function bareChange(event: Event, wanted: EventDraft, sequence: number): OccurrenceDraft {
  const { id, source, createdBy, version } = event
  return {
    ...wanted,
    id,
    source,
    createdBy,
    version: version + 1,
    sequence,
    seriesId: null,
    originalStartsAt: null,
    ownFields: [],
  }
}

/** The event becomes the first of its series, which has the event's id: to other programs they are one (its UID stays). */
function beginSeries({ event, now, newId }: ChangeContext, wanted: EventDraft, recurrence: string): ChangePlan {
  const { createdBy, source } = event
  const own = { id: event.id, source, sequence: event.sequence + 1, createdBy, createdAt: now, updatedAt: now }
  const series = { ...draftSeries(wanted, recurrence), ...own }
  const plan = planSeries(series, { now, newId })
  const [first, ...added] = plan.occurrences
  if (!first) throw new RecurrenceError('This rule has no occurrence.')
  const { suggestion, participants } = wanted
  const { version, sequence } = event
  const after = { ...first, id: event.id, version: version + 1, sequence, suggestion, participants }
  return { changed: [{ before: event, after }], added, removed: [], written: [plan.series], dropped: null }
}

/** The event stays alone, and the others of the scope go. */
function endSeries({ event, series, occurrences }: ChangeContext, wanted: EventDraft): EventsPlan {
  const sequence = Math.max(event.sequence, series?.sequence ?? 0) + 1
  return {
    changed: [{ before: event, after: bareChange(event, wanted, sequence) }],
    added: [],
    removed: occurrences.filter(({ id }) => id !== event.id),
  }
}
