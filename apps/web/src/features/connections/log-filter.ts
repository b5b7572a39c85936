import type { SyncOutcome } from '@astralis/core/sync/sync-outcome'
import type { Inputs } from '../../lib/trpc.ts'

/** Which entries of the log are asked for. */
export type LogFilter = Pick<Inputs['connections']['log'], 'direction' | 'outcomes'>

interface LogTopic {
  value: string
  label: string
  /** Undefined for all. */
  outcomes?: SyncOutcome[]
}

/** What somebody may look for. */
export const LOG_TOPICS: readonly [LogTopic, ...LogTopic[]] = [
  { value: 'everything', label: 'Everything' },
  {
    value: 'attention',
    label: 'Needs attention',
    outcomes: [
      'conflict-ours-won',
      'conflict-theirs-won',
      'refused-there',
      'revived-there',
      'kept',
      'quarantined',
      'gave-up',
      'write-refused',
      'failed',
    ],
  },
  {
    value: 'both',
    label: 'Changed on both sides',
    outcomes: ['merge', 'conflict-ours-won', 'conflict-theirs-won', 'refused-there'],
  },
  {
    value: 'deleted',
    label: 'Deleted',
    outcomes: ['cancelled-here', 'deleted-there', 'revived-there', 'kept', 'gone'],
  },
]
