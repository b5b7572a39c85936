import { decide, type Decision, type SyncState } from './decide.ts'
import { differingGroups, withGroups } from './field-groups.ts'
import { writableChange } from './writable-change.ts'

/**
 * Decides on an item that the account may not write: what was changed here reaches the calendar by the organizer's copy,
 * and what is older there must not take it back meanwhile. So only what is new there is looked at.
 */
export function protectHere(state: SyncState): Decision {
  const { here, base } = state
  if (state.writeAccess === 'all' || !base) return decide(state)
  if (!here) {
    const { here: _, ...decision } = decide({ ...state, here: base.here })
    return decision
  }
  const known = state.there ? writableChange({ here, base: base.here, there: state.there }, state) : base.here
  const decision = decide({ ...state, here: known })
  if (!decision.here) return decision
  return { ...decision, here: withGroups(here, decision.here, differingGroups(decision.here, known)) }
}
