import type { LocalItem, StoredItem } from '../local-item.ts'
import { stored } from '../../series/testing/some-series.ts'

/** An item as it is read back from the database. */
export function asStored({ event, series, occurrences }: StoredItem): LocalItem {
  return {
    event: event && stored(event, null),
    series,
    occurrences: occurrences.map((occurrence) => stored(occurrence, series?.rules ?? null)),
  }
}
