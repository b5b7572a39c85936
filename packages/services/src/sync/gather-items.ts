import type { Event } from '@astralis/core/events/event'
import type { Arrival } from '@astralis/core/sync/reconcile'
import type { Link } from '@astralis/core/sync/link'
import type { LocalItem } from '@astralis/core/sync/local-item'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { slotOfOriginal } from '@astralis/core/sync/original-start'
import type { Transaction } from '@astralis/db/client'
import { listEventsById, listOccurrencesOf } from '@astralis/db/queries/events'
import { listItemLinks, listOwnIdsByUid } from '@astralis/db/queries/links'
import { listSeriesById } from '@astralis/db/queries/series'
import type { Stream } from '@astralis/db/queries/streams'

/** An item here with the entries of the calendar that are about it. */
export interface Group {
  ownId: string
  local: LocalItem
  links: Link[]
  arrivals: Arrival[]
}

interface Sources {
  /** Entries of the calendar. */
  items: readonly RemoteItem[]
  /** Items here, whether there is news of them or not. */
  ownIds: readonly string[]
}

/**
 * Finds what entries of a calendar are here: by the link that they have, by our own mark, by the UID under which another
 * calendar has the same meeting, or nothing yet.
 */
export async function gatherItems(
  tx: Transaction,
  stream: Stream,
  { items, ownIds }: Sources,
  newId: () => string,
): Promise<Group[]> {
  const { orgId, id: calendarId } = stream
  const byRoot = Map.groupBy(items, rootOf)
  const marked = items.flatMap(({ ownId }) => ownId ?? [])
  const uids = items.flatMap(({ icalUid, exceptionOf }) => (exceptionOf || icalUid === null ? [] : [icalUid]))
  const [links, byUid] = await Promise.all([
    listItemLinks(tx, orgId, calendarId, { remoteIds: [...byRoot.keys()], ownIds: [...ownIds, ...marked] }),
    listOwnIdsByUid(tx, orgId, uids),
  ])
  const linkOfRoot = new Map(links.filter(isWhole).map((link) => [link.remoteId, link]))
  const linkOfOwn = new Map(links.filter(isWhole).map((link) => [link.ownId, link]))
  const ownIdOfUid = new Map(byUid.map(({ icalUid, ownId }) => [icalUid, ownId]))
  const candidates = [...new Set([...links.map(({ ownId }) => ownId), ...marked, ...ownIds, ...ownIdOfUid.values()])]
  const locals = await loadItems(tx, orgId, candidates)

  const linksOf = Map.groupBy(links, ({ ownId }) => ownId)
  const groups = new Map<string, Group>()
  const groupOf = (ownId: string) => {
    const known = groups.get(ownId)
    if (known) return known
    const group = { ownId, local: locals.get(ownId) ?? NOTHING, links: linksOf.get(ownId) ?? [], arrivals: [] }
    groups.set(ownId, group)
    return group
  }
  for (const [root, entries] of byRoot) {
    const whole = entries.find(({ exceptionOf }) => exceptionOf === null)
    const mark = whole?.ownId
    const isOurs = mark && (linkOfOwn.has(mark) || locals.has(mark))
    const twin = ownIdOfUid.get(whole?.icalUid ?? '')
    const ownId = linkOfRoot.get(root)?.ownId ?? (isOurs ? mark : undefined) ?? freeTwin(twin, linkOfOwn) ?? newId()
    const group = groupOf(ownId)
    for (const item of entries) {
      const arrival = arrivalOf(item, group, stream)
      if (arrival) group.arrivals.push(arrival)
    }
  }
  for (const ownId of ownIds) groupOf(ownId)
  return [...groups.values()]
}

const NOTHING: LocalItem = { event: null, series: null, occurrences: [] }

/** The id there of the whole that an entry belongs to. */
export function rootOf({ exceptionOf, remoteId }: RemoteItem): string {
  return exceptionOf?.seriesRemoteId ?? remoteId
}

function isWhole({ originalStartsAt }: Link): boolean {
  return originalStartsAt === null
}

/** A calendar that has one copy linked may have a second one, which is an event of its own. */
function freeTwin(ownId: string | undefined, linkOfOwn: Map<string, Link>): string | undefined {
  return ownId !== undefined && !linkOfOwn.get(ownId)?.remoteId ? ownId : undefined
}

function arrivalOf(item: RemoteItem, { local }: Group, stream: Stream): Arrival | null {
  if (!item.exceptionOf) return { item, key: null }
  const timeZone = (local.series ?? local.event)?.timeZone ?? stream.memberTimeZone
  const key = slotOfOriginal(item.exceptionOf.originalStart, timeZone)
  return key === null ? null : { item, key }
}

/** What there is here under these ids: events by themselves, and series with all their occurrences. */
async function loadItems(tx: Transaction, orgId: string, ids: readonly string[]): Promise<Map<string, LocalItem>> {
  const series = await listSeriesById(tx, orgId, ids)
  const isSeries = new Set(series.map(({ id }) => id))
  const [events, occurrences] = await Promise.all([
    listEventsById(
      tx,
      orgId,
      ids.filter((id) => !isSeries.has(id)),
    ),
    listOccurrencesOf(tx, orgId, [...isSeries]),
  ])
  const bySeries = Map.groupBy(occurrences, ({ seriesId }: Event) => seriesId)
  const items = new Map<string, LocalItem>()
  for (const one of series) items.set(one.id, { event: null, series: one, occurrences: bySeries.get(one.id) ?? [] })
  for (const event of events) if (event.seriesId === null) items.set(event.id, { ...NOTHING, event })
  return items
}
