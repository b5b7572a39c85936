/** What exists in the world that is fuzzed, so that inputs also reach what is behind the look-up. */
export interface Pools {
  /** Of what a field names, mostly; a few are of other things, of another organization, or gone. */
  idsFor: (field: string) => readonly string[]
  emails: readonly string[]
  /** Of links: to answer, to join. */
  tokens: readonly string[]
  /** Around which instants are chosen. */
  now: Date
}

export const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'Africa/Casablanca', 'UTC']

/** Small ones, large ones, and ones that take long to expand. */
export const RECURRENCES = [
  'FREQ=DAILY;COUNT=3',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6',
  'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=4\nEXDATE:20300131T100000',
  'FREQ=WEEKLY',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=4',
  'FREQ=DAILY;COUNT=40',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO;COUNT=20',
  'RDATE:20300101T100000',
]
