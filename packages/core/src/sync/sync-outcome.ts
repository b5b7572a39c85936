/** What came of looking at both sides of an item: a row of the table in `decide.ts`. */
export const DECISION_OUTCOMES = [
  'in-step',
  'agreed',
  'push',
  'apply',
  'merge',
  'conflict-ours-won',
  'conflict-theirs-won',
  'refused-there',
  'import',
  'insert',
  'not-writable',
  'adopt',
  'adopt-ours',
  'cancelled-here',
  'revived-there',
  'deleted-there',
  'kept',
  'gone',
] as const
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number]

/** What else a log tells: of items that could not be dealt with, and of whole calendars. */
export const RUN_OUTCOMES = ['quarantined', 'gave-up', 'write-refused', 'detached', 'listed-anew', 'failed'] as const
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

export const SYNC_OUTCOMES = [...DECISION_OUTCOMES, ...RUN_OUTCOMES] as const
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number]

/** Which way the news came: read from the linked calendar, or on its way there. */
export const SYNC_DIRECTIONS = ['pull', 'push'] as const
export type SyncDirection = (typeof SYNC_DIRECTIONS)[number]
