import type { Side } from './remote-item.ts'

/** The same thing as each side has it. */
export interface Sides<T> {
  here: T
  there: T
}

export interface Resolution {
  /** Whose value both sides get; null: each keeps its own, which say the same, or differed already when they last agreed. */
  winner: Side | null
  /** Whether both changed it, to different values. */
  isConflict: boolean
}

/** What becomes of one value, each side compared with its own base: who changed it wins, and the owner where both did. */
export function resolveChange<T>(now: Sides<T>, base: Sides<T>, owner: Side): Resolution {
  const changedHere = now.here !== base.here
  const changedThere = now.there !== base.there
  if (now.here === now.there || (!changedHere && !changedThere)) return { winner: null, isConflict: false }
  if (changedHere && changedThere) return { winner: owner, isConflict: true }
  return { winner: changedHere ? 'here' : 'there', isConflict: false }
}
