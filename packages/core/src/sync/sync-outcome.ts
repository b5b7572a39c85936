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
export const RUN_OUTCOMES = [
  'quarantined',
  'gave-up',
  'write-refused',
  'detached',
  'listed-anew',
  'read-whole',
  'failed',
] as const
export type RunOutcome = (typeof RUN_OUTCOMES)[number]

/** And of the account itself. */
export const CONNECTION_OUTCOMES = [
  'connected',
  'reconnected',
  'paused',
  'resumed',
  'calendars-chosen',
  'consent-withdrawn',
  'scopes-missing',
  'disconnected',
] as const
export type ConnectionOutcome = (typeof CONNECTION_OUTCOMES)[number]

export const SYNC_OUTCOMES = [...DECISION_OUTCOMES, ...RUN_OUTCOMES, ...CONNECTION_OUTCOMES] as const
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number]
