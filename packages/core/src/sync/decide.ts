import type { CalendarEvent } from '../ical/calendar-event.ts'
import { differingGroups, groupPart, withGroups, type EventPart, type FieldGroup } from './field-groups.ts'
import { mergeSides } from './merge-sides.ts'
import type { WriteAccess } from './remote-item.ts'
import type { DecisionOutcome } from './sync-outcome.ts'

/**
 * An item as both sides had it when they last agreed. Two forms, because a calendar may keep less, or more, than we do (it
 * rounds, trims, adds): each side is compared with its own.
 */
export interface SyncBase {
  here: CalendarEvent
  there: CalendarEvent
}

export type Side = 'here' | 'there'

export interface SyncState {
  /** Null, or with the status CANCELLED: deleted or cancelled here. */
  here: CalendarEvent | null
  /** Null: deleted there. */
  there: CalendarEvent | null
  /** Null before the two have ever agreed. After an insert whose answer was lost it may be what was sent, on both sides. */
  base: SyncBase | null
  /** Where it was created: wins where both sides changed the same. */
  owner: Side
  /** What may be written there; of an item that is not there, what the calendar allows. */
  writeAccess: WriteAccess
  /** By which we know the calendar's person: with the access `answer` only their own answer is written. */
  memberEmail: string
}

/** A value that gave way, for the log and to tell the person. A deletion counts as the value CANCELLED of `status`. */
export interface LostValue {
  /** Where the value came from that gave way. */
  side: Side
  group: FieldGroup
  kept: EventPart
  dropped: EventPart
}

export type WriteThere =
  | { act: 'insert'; event: CalendarEvent }
  /** `event` is what is there now with what changes; only `groups` of it differ. */
  | { act: 'update'; event: CalendarEvent; groups: FieldGroup[] }
  | { act: 'delete' }

export interface Decision {
  outcome: DecisionOutcome
  /** What is to be true here; undefined: as it is; null: cancelled. */
  here?: CalendarEvent | null
  /** What is to be done there; undefined: nothing. */
  there?: WriteThere
  /** Goes to the log before anything is written there: after a lost answer the same decision may not come again. */
  lost: LostValue[]
  /** Whether the person should be told. */
  tell: boolean
  /**
   * What to remember where nothing is written there. Where something is, it is the base until then, which stays right if the
   * answer is lost; after the answer it is `here` and what the calendar answered, or null after a deletion.
   */
  base: SyncBase | null
}
