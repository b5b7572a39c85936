import type { CalendarEvent } from '../ical/calendar-event.ts'
import { differingGroups, groupPart, withGroups, type EventPart, type FieldGroup } from './field-groups.ts'
import { DELETION, type LostValue } from './lost-value.ts'
import { mergeSides } from './merge-sides.ts'
import type { Side, WriteAccess } from './remote-item.ts'
import type { Sides } from './resolve-change.ts'
import type { DecisionOutcome } from './sync-outcome.ts'
import { writableChange } from './writable-change.ts'

/**
 * An item as both sides had it when they last agreed. Two forms, because a calendar may keep less, or more, than we do (it
 * rounds, trims, adds): each side is compared with its own.
 */
export type SyncBase = Sides<CalendarEvent>

export interface SyncState {
  /** Null, or with the status CANCELLED: deleted or cancelled here. */
  here: CalendarEvent | null
  /** Null: deleted there. */
  there: CalendarEvent | null
  /**
   * Null before the two have ever agreed. Where an insert whose answer was lost turns out to have happened: what was sent, on
   * both sides. Both forms are of an item that exists: one that is cancelled counts as none.
   */
  base: SyncBase | null
  /** Where it was created: wins where both sides changed the same. */
  owner: Side
  /** What may be written there; for an item that is not there, what the calendar allows. */
  writeAccess: WriteAccess
  /** How we know the calendar's person: with the access `answer` only their own answer is written. */
  memberEmail: string
}

export type WriteThere =
  | { act: 'insert'; event: CalendarEvent }
  /** `event` is what is there now, with what changes; only `groups` of it differ. */
  | { act: 'update'; event: CalendarEvent; groups: FieldGroup[] }
  | { act: 'delete' }

export interface Decision {
  outcome: DecisionOutcome
  /** What is to be true here; undefined: as it is; null: cancelled. */
  here?: CalendarEvent | null
  /** What is to be done there; undefined: nothing. */
  there?: WriteThere
  /** Belongs in the log before anything is written there: when an answer is lost, the next decision may see none of it. */
  lost: LostValue[]
  /** Whether the person should be told. */
  tell: boolean
  /**
   * What to remember where nothing is written there. Where something is, it is the base so far, which stays right if the
   * answer is lost; after the answer the base is what is here and what the calendar answered, or null after a deletion.
   */
  base: SyncBase | null
}

/**
 * What is to be done about an item of a linked calendar, given both sides as they are and as they were when they last
 * agreed. The same question with a fresh `there` is the answer to a write that was refused because the item had changed.
 */
export function decide(state: SyncState): Decision {
  const here = existing(state.here)
  const there = existing(state.there)
  const base = state.base && existing(state.base.here) && existing(state.base.there) ? state.base : null
  if (here && there) return base ? decideChanges(here, there, base, state) : adopt(here, there, state)
  if (here) return base ? decideDeletionThere(here, base, state) : insert(here, state)
  if (there) return base ? decideDeletionHere(there, base, state) : bringIn(there)
  return { outcome: state.base ? 'gone' : 'in-step', lost: [], tell: false, base: null }
}

type Rules = Pick<SyncState, 'owner' | 'writeAccess' | 'memberEmail'>

function existing(event: CalendarEvent | null): CalendarEvent | null {
  return event?.status === 'CANCELLED' ? null : event
}

function bringIn(there: CalendarEvent): Decision {
  return { outcome: 'import', here: there, lost: [], tell: false, base: { here: there, there } }
}

function insert(here: CalendarEvent, { writeAccess }: Rules): Decision {
  const quiet = { lost: [], tell: false, base: null }
  if (writeAccess !== 'all') return { outcome: 'not-writable', ...quiet }
  return { outcome: 'insert', there: { act: 'insert', event: here }, ...quiet }
}

/** Two that found each other. What was created there may differ from calendar to calendar, and is left as it is. */
function adopt(here: CalendarEvent, there: CalendarEvent, { owner, writeAccess }: Rules): Decision {
  const merged = mergeSides({ here, there }, null, owner)
  const groups = differingGroups(there, merged.there)
  if (owner === 'there' || writeAccess !== 'all' || groups.length === 0)
    return { outcome: 'adopt', lost: [], tell: false, base: { here, there } }
  return {
    outcome: 'adopt-ours',
    ...(differingGroups(here, merged.here).length > 0 && { here: merged.here }),
    there: { act: 'update', event: merged.there, groups },
    lost: merged.lost,
    tell: false,
    base: null,
  }
}

function decideChanges(here: CalendarEvent, there: CalendarEvent, base: SyncBase, rules: Rules): Decision {
  const changed = differingGroups(here, base.here).length > 0 || differingGroups(there, base.there).length > 0
  if (!changed) return { outcome: 'in-step', lost: [], tell: false, base }

  const wish = writableChange({ here, base: base.here, there }, rules)
  const merged = mergeSides({ here: wish, there }, base, rules.owner)
  const refused = differingGroups(here, wish)
    .filter((group) => differingGroups(here, merged.here).includes(group))
    .map((group) => ({
      side: 'here' as const,
      group,
      kept: groupPart(merged.here, group),
      dropped: groupPart(here, group),
    }))
  const groupsHere = differingGroups(here, merged.here)
  const groupsThere = differingGroups(there, merged.there)
  const lost = [...refused, ...merged.lost]
  return {
    outcome: nameChanges({ refused, conflicts: merged.lost, groupsHere, groupsThere, owner: rules.owner }),
    ...(groupsHere.length > 0 && { here: withGroups(here, merged.here, groupsHere) }),
    ...(groupsThere.length > 0 && { there: { act: 'update', event: merged.there, groups: groupsThere } }),
    lost,
    tell: lost.length > 0,
    base: groupsThere.length > 0 ? base : { here: withGroups(here, merged.here, groupsHere), there },
  }
}

interface ChangesFound {
  refused: LostValue[]
  conflicts: LostValue[]
  groupsHere: FieldGroup[]
  groupsThere: FieldGroup[]
  owner: Side
}

function nameChanges({ refused, conflicts, groupsHere, groupsThere, owner }: ChangesFound): DecisionOutcome {
  if (refused.length > 0) return 'refused-there'
  if (conflicts.length > 0) return owner === 'here' ? 'conflict-ours-won' : 'conflict-theirs-won'
  if (groupsHere.length > 0) return groupsThere.length > 0 ? 'merge' : 'apply'
  return groupsThere.length > 0 ? 'push' : 'agreed'
}

/** A change wins over a deletion; an answer alone does not bring back what the calendar's person has deleted. */
function decideDeletionThere(here: CalendarEvent, base: SyncBase, { writeAccess }: Rules): Decision {
  const changed = differingGroups(here, base.here)
  if (writeAccess === 'all' && (changed.some((group) => group !== 'people') || emailsOf(here) !== emailsOf(base.here)))
    return {
      outcome: 'revived-there',
      there: { act: 'insert', event: here },
      lost: [{ side: 'there', group: 'status', kept: partOf(here, changed), dropped: DELETION }],
      tell: true,
      base,
    }
  const lost = changed.map((group) => ({
    side: 'here' as const,
    group,
    kept: DELETION,
    dropped: groupPart(here, group),
  }))
  return { outcome: 'cancelled-here', here: null, lost, tell: lost.length > 0, base: null }
}

/** Whoever deleted it here did not know its new time or text; a new answer would not have mattered to them. */
function decideDeletionHere(there: CalendarEvent, base: SyncBase, { writeAccess }: Rules): Decision {
  const changed = differingGroups(there, base.there)
  const mattering = changed.filter((group) => group === 'time' || group === 'text')
  if (writeAccess !== 'all' || mattering.length > 0) {
    const here = withGroups(base.here, there, changed)
    return {
      outcome: writeAccess === 'all' ? 'kept' : 'refused-there',
      here,
      lost: [{ side: 'here', group: 'status', kept: partOf(there, ['status', ...mattering]), dropped: DELETION }],
      tell: true,
      base: { here, there },
    }
  }
  const lost = changed.map((group) => ({
    side: 'there' as const,
    group,
    kept: DELETION,
    dropped: groupPart(there, group),
  }))
  return { outcome: 'deleted-there', there: { act: 'delete' }, lost, tell: false, base }
}

function partOf(event: CalendarEvent, groups: readonly FieldGroup[]): EventPart {
  return groups.reduce<EventPart>((part, group) => ({ ...part, ...groupPart(event, group) }), {})
}

function emailsOf({ participants }: CalendarEvent): string {
  return participants
    .map(({ email }) => email)
    .toSorted()
    .join(' ')
}
