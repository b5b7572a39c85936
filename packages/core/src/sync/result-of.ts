import type { OccurrenceDraft } from '../series/draft-series.ts'
import type { ItemPlan } from './drawing.ts'
import type { LocalItem, StoredItem } from './local-item.ts'

/** An item once a plan for it is carried out. */
export function resultOf(local: LocalItem, { series, dropped, changed, added, removed }: ItemPlan): StoredItem {
  const after = new Map(changed.map((change) => [change.before.id, change.after]))
  const gone = new Set(removed.map(({ id }) => id))
  const stored = local.event ? [local.event] : local.occurrences
  const events: OccurrenceDraft[] = [
    ...stored.filter(({ id }) => !gone.has(id)).map((event) => after.get(event.id) ?? event),
    ...added,
  ]
  const rest = series ?? (dropped === null ? local.series : null)
  return rest
    ? { event: null, series: rest, occurrences: events.filter(({ seriesId }) => seriesId === rest.id) }
    : { event: events[0] ?? null, series: null, occurrences: [] }
}
