import type { Outputs } from '../../lib/trpc.ts'

/** What the link of an invitation to join shows. */
export type JoinInvitation = Outputs['members']['invitation']['invitation']
