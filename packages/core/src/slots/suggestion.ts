import type { SuggestionReason } from '../events/event.ts'
import type { Temporal } from '../temporal.ts'
import type { Warning } from '../wire/warning.ts'

export const TIMES_OF_DAY = ['morning', 'afternoon', 'evening'] as const
export type TimeOfDay = (typeof TIMES_OF_DAY)[number]

/** Whether somebody can come at a time: free and within hours, with something else, or outside of their hours. */
export const PRESENCES = ['available', 'busy', 'outside-hours'] as const
export type Presence = (typeof PRESENCES)[number]

export interface SuggestedParticipant {
  email: string
  status: Presence
  /** Wall-clock start in the person's zone, `YYYY-MM-DDTHH:mm`. */
  localStart: string
}

/** A time that suits every required person, with the parts of its score: `score` is the sum of their points (E2). */
export interface SuggestedTime {
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** 0 to 100 */
  score: number
  reasons: SuggestionReason[]
  /** The reasons as a sentence; the model's note where it has ranked. */
  reason: string
  participants: SuggestedParticipant[]
  /** How the occurrences fare, where the meeting repeats. */
  occurrences?: SuggestedOccurrences
}

export interface SuggestedOccurrences {
  total: number
  free: number
  /** Starts at which somebody required can not come. */
  clashes: Temporal.Instant[]
  /** `42 of 52 weeks free` */
  summary: string
}

/**
 * What keeps somebody from a time. `NO_HOURS`: no hours in the whole range; `HOURS_TOO_SHORT`: none as long as the
 * meeting; `OUTSIDE_HOURS`; `DAY_OFF`: an override without hours; `BUSY`: an event; `BUFFER`: the time kept free around
 * an event; `IN_THE_PAST`, `RANGE_TOO_SHORT` and `NO_OCCURRENCE` (a rule has no date in the range) concern nobody in
 * particular.
 */
export const BLOCKING_RULES = [
  'NO_HOURS',
  'HOURS_TOO_SHORT',
  'OUTSIDE_HOURS',
  'DAY_OFF',
  'BUSY',
  'BUFFER',
  'IN_THE_PAST',
  'RANGE_TOO_SHORT',
  'NO_OCCURRENCE',
] as const
export type BlockingRule = (typeof BLOCKING_RULES)[number]

export interface Blocker {
  /** Null where the time itself is the matter. */
  email: string | null
  rule: BlockingRule
  facts: Record<string, unknown>
  /** In words, for people. */
  message: string
}

/** The nearest change that frees a time. */
export const RELAXATIONS = ['SHORTER', 'WITHOUT_PERSON', 'OTHER_TIME', 'WIDER_RANGE', 'MOVE_EVENT'] as const
export type RelaxationKind = (typeof RELAXATIONS)[number]

export interface Relaxation {
  kind: RelaxationKind
  /** The time that it frees. */
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** What to change: `durationMinutes`, `email`, `rangeTo` or `eventId` with `title`, by kind. */
  facts: Record<string, unknown>
  message: string
}

export interface Suggestions {
  suggestions: SuggestedTime[]
  /** One sentence about the search as a whole. */
  summary: string
  rankedBy: 'model' | 'score'
  metadata: {
    /** Starts of the grid that were examined. */
    slotsAnalyzed: number
    participantsAnalyzed: number
    /** Busy intervals of the participants within the range. */
    conflictsFound: number
  }
  warnings: Warning[]
  /** Only where there is no suggestion. */
  empty?: { blockers: Blocker[]; relaxations: Relaxation[] }
}

export interface Explanation {
  /** True where every required person can come. */
  free: boolean
  blockers: Blocker[]
  relaxations: Relaxation[]
  warnings: Warning[]
}
