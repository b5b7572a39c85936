import type { Outputs } from '../../lib/trpc.ts'

/** An entry of the activity log, as it travels. */
export type LogEntry = Outputs['activity']['list']['entries'][number]

export type Snapshot = NonNullable<LogEntry['after']>
