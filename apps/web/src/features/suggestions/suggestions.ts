import type { Outputs } from '../../lib/trpc.ts'

/** Answers as they travel: instants are RFC 3339 strings. */
export type Suggestions = Outputs['scheduling']['suggest']
export type SuggestedTime = Suggestions['suggestions'][number]
export type Explanation = Outputs['scheduling']['explain']
export type Blocker = Explanation['blockers'][number]
export type Relaxation = Explanation['relaxations'][number]
