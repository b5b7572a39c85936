import type { SyncOutcome } from './sync-outcome.ts'

const SENTENCES: Record<SyncOutcome, string> = {
  'in-step': 'Both sides say the same.',
  agreed: 'Both sides were changed to say the same.',
  push: 'A change made here was written to the calendar.',
  apply: 'A change made in the calendar was taken over.',
  merge: 'Different things were changed on both sides, and both changes are kept.',
  'conflict-ours-won': 'The same was changed on both sides; what was changed here was kept.',
  'conflict-theirs-won': 'The same was changed on both sides; what was changed in the calendar was kept.',
  'refused-there': 'The account may not make this change in the calendar, so it was taken back here.',
  import: 'An event of the calendar was added here.',
  insert: 'An event made here was added to the calendar.',
  'not-writable': 'The event is kept here only: the account may not add events to the calendar.',
  adopt: 'An event that both sides have already was linked; nothing was changed.',
  'adopt-ours': 'An event made here was found again in the calendar, and brought up to date there.',
  'cancelled-here': 'The event was deleted in the calendar, and is cancelled here; it can be restored for 30 days.',
  'revived-there': 'The event was deleted in the calendar but changed here, so it was added there again.',
  'deleted-there': 'The event was deleted here, and was deleted in the calendar.',
  kept: 'The event was deleted here, but its time or text was changed in the calendar, so it was kept: delete it again if you mean it.',
  gone: 'The event is gone from both sides.',
  quarantined: 'The event can not be read, and was set aside; all others go on.',
  'gave-up':
    'The event changed in the calendar each time a change was written; it is tried again after its next change.',
  'write-refused': 'The calendar refused the change.',
  detached: 'The event is no longer kept in step with the calendar.',
  'listed-anew': 'The calendar could not say what has changed, so all of it was read again.',
  'read-whole': 'The whole calendar was read for the first time.',
  failed: 'The calendar could not be read or written; it is tried again.',
  connected: 'The account was connected.',
  reconnected: 'The account was connected again. What is here already is linked, not added a second time.',
  paused: 'Syncing was paused.',
  resumed: 'Syncing was resumed.',
  'calendars-chosen': 'Other calendars were chosen.',
  'consent-withdrawn': 'The account does not accept our permission any more. Changes wait until it is connected again.',
  'scopes-missing': 'The account does not allow us enough. Changes wait until it is connected again.',
  disconnected: 'The account was disconnected.',
}

/** What an entry of the log says to people. */
export function describeOutcome(outcome: SyncOutcome): string {
  return SENTENCES[outcome]
}
