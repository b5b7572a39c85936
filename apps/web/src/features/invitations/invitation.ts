import type { Outputs } from '../../lib/trpc.ts'

export type Invitation = Outputs['events']['invitation']['invitation']
