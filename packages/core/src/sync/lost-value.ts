import type { EventPart, FieldGroup } from './field-groups.ts'
import type { Side } from './remote-item.ts'
import type { Sides } from './resolve-change.ts'

/** A value that gave way, for the log and to tell the person. A deletion counts as the value CANCELLED of `status`. */
export interface LostValue {
  /** Where the value that gave way came from. */
  side: Side
  group: FieldGroup
  kept: EventPart
  dropped: EventPart
}

/** What a deletion is in `LostValue`. */
export const DELETION: EventPart = { status: 'CANCELLED' }

/** The value that gives way where `winner` has its way. */
export function loseTo(winner: Side, group: FieldGroup, parts: Sides<EventPart>): LostValue {
  const side = winner === 'here' ? 'there' : 'here'
  return { side, group, kept: parts[winner], dropped: parts[side] }
}
