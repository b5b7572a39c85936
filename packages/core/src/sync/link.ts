import type { Temporal } from '../temporal.ts'
import type { SyncBase } from './decide.ts'
import type { Side, WriteAccess } from './remote-item.ts'

/** That an item here and one in a linked calendar are the same. */
export interface Link {
  id: string
  calendarId: string
  /** Null until it is sent there. */
  remoteId: string | null
  /** How many ids that we made were used up there. */
  idGeneration: number
  /** The event or series here. */
  ownId: string
  /** The slot of an exception; null for an event or a whole series. */
  originalStartsAt: Temporal.Instant | null
  /** The id there of the series of an exception. */
  seriesRemoteId: string | null
  icalUid: string | null
  /** Null until the calendar has answered, and of an occurrence that it has as its series says. */
  etag: string | null
  /** A page that shows it there. */
  webLink: string | null
  owner: Side
  writeAccess: WriteAccess
  /**
   * Null before both agreed, and while it is deleted on both sides. Of what was sent and not answered, what was sent: if it
   * has arrived and was changed there since, that is told from it.
   */
  base: SyncBase | null
  /** The full list in which it was last seen. */
  generation: number
  /** Changed here, and not yet known there. */
  pushRequestedAt: Temporal.Instant | null
  /** Why it does not take part for now. */
  problem: string | null
}

/** By which the links of one item are told apart: the slot (epoch milliseconds), or null for the whole. */
export function keyOf({ originalStartsAt }: Pick<Link, 'originalStartsAt'>): number | null {
  return originalStartsAt?.epochMilliseconds ?? null
}

/** Sent to the calendar for the first time, without an answer: it may have arrived. */
export function isUnanswered({ remoteId, etag, seriesRemoteId }: Link): boolean {
  return remoteId !== null && etag === null && seriesRemoteId === null
}
