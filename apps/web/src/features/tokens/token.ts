import type { Outputs } from '../../lib/trpc.ts'

export type ApiToken = Outputs['tokens']['list']['tokens'][number]
