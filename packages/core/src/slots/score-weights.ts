/**
 * The most that each rule takes away from 100. They sum to 100, so that a score never falls below zero. A rule's share
 * is what its facts say it is; see `score-rules.ts`.
 */
export const WEIGHTS = {
  TIME_OF_DAY: 20,
  OPTIONAL_PEOPLE: 15,
  SOONER: 14,
  DAY_EDGES: 12,
  SHORT_GAPS: 12,
  BACK_TO_BACK: 12,
  FAIRNESS: 10,
  EARLY_WEEK: 5,
} as const

/** Where everybody starts: every required person is free and within their hours. */
export const BASE_POINTS = 100

/** Local times of day, in minutes since midnight. */
export const TIME_OF_DAY_MINUTES = { morning: [0, 720], afternoon: [720, 1020], evening: [1020, 1440] } as const

/** As near as this to the beginning or the end of somebody's working day is uncomfortable. */
export const EDGE_MINUTES = 60

/** Hours with a break of at most this are one working day. */
export const BREAK_MINUTES = 120

/** What is left between two meetings is of no use below this, */
export const USABLE_MINUTES = 30

/** and no gap at all below this. */
export const TOUCHING_MINUTES = 5

/** Meetings in a row are bearable for as long as this; twice as long is as bad as it gets. */
export const ROW_MINUTES = 120

/** The local hours that are comfortable for everybody, in minutes since midnight. */
export const COMFORTABLE_MINUTES = [480, 1080] as const

/** How much of fairness the person who has it worst decides, and the average of all the rest of it. */
export const WORST_SHARE = 0.7

/** More, when it is the same person who had it worst last time. */
export const AGAIN_FACTOR = 1.5
