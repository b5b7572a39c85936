import type { CalendarEvent } from '../ical/calendar-event.ts'
import { Temporal } from '../temporal.ts'
import type { Decision, WriteThere } from './decide.ts'
import { FIELD_GROUPS, withGroups } from './field-groups.ts'
import type { Link } from './link.ts'
import type { Reconciling } from './reconcile.ts'
import type { RemoteItem } from './remote-item.ts'

type Surroundings = Pick<Reconciling, 'calendarId' | 'generation' | 'drawing'>

/** For an item that is seen for the first time. */
export function newLink({ calendarId, generation, drawing }: Surroundings, item: RemoteItem, key: number | null): Link {
  return {
    id: drawing.newId(),
    calendarId,
    remoteId: item.remoteId,
    idGeneration: 0,
    ownId: drawing.ownId,
    originalStartsAt: key === null ? null : Temporal.Instant.fromEpochMilliseconds(key),
    seriesRemoteId: item.exceptionOf?.seriesRemoteId ?? null,
    icalUid: null,
    etag: null,
    webLink: null,
    owner: drawing.source === 'internal' ? 'here' : 'there',
    writeAccess: item.writeAccess,
    base: null,
    generation,
    pushRequestedAt: null,
    problem: null,
  }
}

/** What a link remembers after a look at both sides. */
export function linkAfter(
  link: Link,
  item: RemoteItem,
  { there, base }: Decision,
  { generation, drawing }: Surroundings,
): Link {
  const seen = { ...link, generation, problem: null, pushRequestedAt: there ? drawing.now : link.pushRequestedAt }
  if (item.event) {
    const { remoteId, etag, icalUid, link: webLink, writeAccess } = item
    // Until it is written: what is there is known, what is to be written is what differs from the form here.
    const known = base ?? { here: item.event, there: item.event }
    return { ...seen, remoteId, etag, icalUid, webLink, writeAccess, base: { here: known.here, there: item.event } }
  }
  // An occurrence keeps its id while its series lives; any other id is used up.
  if (link.seriesRemoteId !== null) return { ...seen, remoteId: item.remoteId, etag: item.etag, base: null }
  return { ...seen, remoteId: null, etag: null, icalUid: null, base: null, idGeneration: link.idGeneration + 1 }
}

/**
 * With its item as it has come out here, which is what later changes are told from. What waits to be written there keeps
 * what it was before, so that it differs until then.
 */
export function withResult(link: Link, result: CalendarEvent | null | undefined, there: WriteThere | undefined): Link {
  if (!link.base || !result || there?.act === 'delete' || there?.act === 'insert') return link
  const settled = FIELD_GROUPS.filter((group) => !there?.groups.includes(group))
  return { ...link, base: { ...link.base, here: withGroups(link.base.here, result, settled) } }
}
