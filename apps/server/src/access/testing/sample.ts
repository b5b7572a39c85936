import type { Member } from './members.ts'
import type { World } from './things.ts'

/** How a procedure can be called so that it succeeds, for whoever may. */
export interface Sample {
  /**
   * Makes something that belongs to `owner`, and answers with an input about it. Every field by which something is named
   * is in the first of them, or in one of the further ones.
   */
  inputs: [MakeInput, ...MakeInput[]]
  /**
   * What somebody meets who reaches only what is theirs, with an input about somebody else's: a refusal, or an answer
   * without it. Left out where inputs are about nobody but the caller.
   */
  others?: 'refused' | 'hidden'
  /** The answer has the owner's secret in it. */
  shows?: true
}

export type MakeInput = (world: World, owner: Member) => unknown
