import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import type { AccessRole } from '@astralis/core/sync/access-role'
import type { FieldGroup } from '@astralis/core/sync/field-groups'
import type { RemoteItem, WriteAccess } from '@astralis/core/sync/remote-item'

/**
 * A service that keeps people's calendars (A7). Google's is `google/google-provider.ts`; ADR 13 says how Microsoft's delta
 * queries and CalDAV's sync-collections fit. Every method rejects with a ProviderError, and none retries: who calls knows
 * how long to wait.
 */
export interface CalendarProvider {
  /** Every calendar of the account, the primary one first. */
  listCalendars(access: Access): Promise<RemoteCalendar[]>
  /**
   * One page of what is in a calendar, or of what changed since `cursor.syncToken` (RFC 6578 has the same idea). A full
   * list names no deletions. Rejects with `sync-token-expired` where everything has to be listed anew.
   */
  listItems(access: Access, calendar: CalendarRef, cursor: Cursor): Promise<ItemsPage>
  /** Null for what does not exist there; what was deleted may also answer as a deleted item. */
  getItem(access: Access, calendar: CalendarRef, remoteId: string): Promise<RemoteItem | null>
  /**
   * Adds an item under an id that we made, so that a lost answer can be asked for again. Rejects with `id-taken` where the
   * id is in use or was in use once. Nobody is notified.
   */
  insertItem(access: Access, calendar: CalendarRef, item: NewItem): Promise<RemoteItem>
  /**
   * Changes the given groups of an item, and nothing else of it, if its version still is `etag`; rejects with `changed`
   * else, and with `gone` where it was deleted. An exception that does not exist yet is changed by the id of its
   * occurrence (`occurrenceId`), with `etag` null.
   */
  updateItem(access: Access, calendar: CalendarRef, change: ItemChange): Promise<RemoteItem>
  /** Deletes an item, or cancels one occurrence. What is gone already is a success. Rejects with `changed`. */
  deleteItem(access: Access, calendar: CalendarRef, item: { remoteId: string; etag: string | null }): Promise<void>
  /** The id by which the occurrence of a series at `originalStart` (as in `ExceptionOf`) is known there. */
  occurrenceId(exception: { seriesRemoteId: string; originalStart: string }): string
  /** An id for `insertItem`, from our own id and how often that was used up. */
  newRemoteId(ownId: string, generation: number): string
  /** Asks to be notified of changes of a calendar. */
  watch(access: Access, calendar: CalendarRef, channel: NewChannel): Promise<WatchedChannel>
  /** A channel that is not known any more is a success. */
  stopWatching(access: Access, channel: { id: string; resourceId: string }): Promise<void>
}

/** In whose name a call is made. */
export interface Access {
  accessToken: string
  /** The account's address there. */
  accountEmail: string
  /** The address by which we know the same person: it takes the place of `accountEmail` in everything that is read. */
  memberEmail: string
}

export interface CalendarRef {
  remoteId: string
  /** IANA name, for items that do not name their own. */
  timeZone: string
  accessRole: AccessRole
}

export interface RemoteCalendar extends CalendarRef {
  name: string
  isPrimary: boolean
}

/** Where a list goes on; both null begins a full one. `pageToken` comes with the same `syncToken` as its first page. */
export interface Cursor {
  syncToken: string | null
  pageToken: string | null
}

export interface ItemsPage {
  items: RemoteItem[]
  /** Null on the last page. */
  nextPageToken: string | null
  /** Only on the last page. */
  nextSyncToken: string | null
}

export interface NewItem {
  remoteId: string
  ownId: string
  event: CalendarEvent
}

export interface ItemChange {
  remoteId: string
  etag: string | null
  event: CalendarEvent
  groups: readonly FieldGroup[]
  /** As the item has it. With `answer`, nothing of `people` is written but the account's own answer. */
  writeAccess: Exclude<WriteAccess, 'none'>
}

export interface NewChannel {
  id: string
  /** Comes back with every notification. */
  token: string
  /** An https address of ours. */
  address: string
}

export interface WatchedChannel {
  resourceId: string
  /** RFC 3339; not renewed by itself. */
  expiresAt: string
}
