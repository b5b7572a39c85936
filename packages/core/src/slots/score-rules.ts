import type { Facts, SuggestionReason } from '../events/event.ts'
import { bound, firstEndingAfter } from '../time/intervals.ts'
import { DAY, MINUTE, offsetAt, type ZoneOffsets } from '../time/zone-offsets.ts'
import type { Person } from './person.ts'
import {
  AGAIN_FACTOR,
  BREAK_MINUTES,
  COMFORTABLE_MINUTES,
  EDGE_MINUTES,
  ROW_MINUTES,
  TIME_OF_DAY_MINUTES,
  TOUCHING_MINUTES,
  USABLE_MINUTES,
  WEIGHTS,
  WORST_SHARE,
} from './score-weights.ts'
import type { TimeOfDay } from './suggestion.ts'

/** A meeting's time, epoch milliseconds. */
export interface Time {
  startsAt: number
  endsAt: number
}

/** Few examples explain a number; thousands would bury it. */
const MAX_EXAMPLES = 5

/** Tenths of points, so that sums are exact. `share` is between 0 and 1. */
function takeAway(rule: keyof typeof WEIGHTS, share: number, facts: Facts): SuggestionReason {
  return { rule, points: 0 - Math.round(WEIGHTS[rule] * 10 * Math.min(1, share)) / 10, facts }
}

/** Share: minutes outside of the preferred part of the day by minutes of the meeting. */
export function scoreTimeOfDay(time: Time, offsets: ZoneOffsets, preferred: TimeOfDay): SuggestionReason {
  const [from, to] = TIME_OF_DAY_MINUTES[preferred]
  const durationMinutes = minutesOf(time)
  const start = minuteOfDay(time.startsAt, offsets)
  const insideMinutes = Math.max(0, Math.min(start + durationMinutes, to) - Math.max(start, from))
  const outsideMinutes = durationMinutes - insideMinutes
  return takeAway('TIME_OF_DAY', outsideMinutes / durationMinutes, { preferred, durationMinutes, outsideMinutes })
}

/** Share: how far into the range the meeting starts. */
export function scoreSooner({ startsAt }: Time, from: number, to: number): SuggestionReason {
  const minutesAfter = Math.round((startsAt - from) / MINUTE)
  const rangeMinutes = Math.round((to - from) / MINUTE)
  return takeAway('SOONER', minutesAfter / rangeMinutes, { minutesAfter, rangeMinutes })
}

/** Share: none on Monday to all of it from Friday on. */
export function scoreEarlyWeek({ startsAt }: Time, offsets: ZoneOffsets): SuggestionReason {
  const dayOfWeek = isoDayOfWeek(startsAt, offsets)
  return takeAway('EARLY_WEEK', (dayOfWeek - 1) / 4, { dayOfWeek })
}

/** Share: the optional people who can not come. */
export function scoreOptionalPeople(optional: number, absent: readonly Person[]): SuggestionReason {
  const emails = absent.slice(0, MAX_EXAMPLES).map(({ email }) => email)
  return takeAway('OPTIONAL_PEOPLE', absent.length / optional, { optional, absent: absent.length, emails })
}

/** Share: minutes missing to a comfortable distance from the edges of the working day, on average. */
export function scoreDayEdges(time: Time, people: readonly Person[]): SuggestionReason {
  let missingMinutes = 0
  let closest: { email: string; minutes: number } | null = null
  for (const { email, open } of people) {
    const [begins, ends] = workingDay(open, time.startsAt)
    const minutes = Math.floor(Math.min(time.startsAt - begins, ends - time.endsAt) / MINUTE)
    if (minutes >= EDGE_MINUTES) continue
    missingMinutes += EDGE_MINUTES - minutes
    if (closest === null || minutes < closest.minutes) closest = { email, minutes }
  }
  const facts = { comfortMinutes: EDGE_MINUTES, people: people.length, missingMinutes, closest }
  return takeAway('DAY_EDGES', missingMinutes / (EDGE_MINUTES * people.length), facts)
}

/** Share: the gaps too short to use that the meeting leaves before and after it, of two a person. */
export function scoreShortGaps(time: Time, people: readonly Person[]): SuggestionReason {
  let gaps = 0
  const examples: { email: string; minutes: number }[] = []
  for (const { email, open, busy } of people) {
    const [freeFrom, freeTo] = freeAround(open, busy, time)
    for (const gap of [time.startsAt - freeFrom, freeTo - time.endsAt]) {
      if (gap < TOUCHING_MINUTES * MINUTE || gap >= USABLE_MINUTES * MINUTE) continue
      gaps++
      if (examples.length < MAX_EXAMPLES) examples.push({ email, minutes: Math.floor(gap / MINUTE) })
    }
  }
  return takeAway('SHORT_GAPS', gaps / (2 * people.length), {
    usableMinutes: USABLE_MINUTES,
    people: people.length,
    gaps,
    examples,
  })
}

/** Share: minutes in a row beyond what is bearable, at most as much again, on average. */
export function scoreBackToBack(time: Time, people: readonly Person[]): SuggestionReason {
  const bearable = Math.max(ROW_MINUTES, minutesOf(time))
  let excessMinutes = 0
  let longest: { email: string; minutes: number } | null = null
  for (const { email, busy } of people) {
    const minutes = Math.round(rowAround(busy, time) / MINUTE)
    if (minutes <= bearable) continue
    excessMinutes += Math.min(ROW_MINUTES, minutes - bearable)
    if (longest === null || minutes > longest.minutes) longest = { email, minutes }
  }
  const facts = { bearableMinutes: bearable, atMost: ROW_MINUTES, people: people.length, excessMinutes, longest }
  return takeAway('BACK_TO_BACK', excessMinutes / (ROW_MINUTES * people.length), facts)
}

/** Share: minutes outside of comfortable local hours, mostly of the person who has it worst; more if they had it last time. */
export function scoreFairness(time: Time, people: readonly Person[], carriedLast: string | null): SuggestionReason {
  const durationMinutes = minutesOf(time)
  let totalMinutes = 0
  let worst: { email: string; minutes: number } | null = null
  for (const { email, offsets } of people) {
    const minutes = uncomfortableMinutes(time, offsets)
    totalMinutes += minutes
    if (minutes > (worst?.minutes ?? 0)) worst = { email, minutes }
  }
  const mean = totalMinutes / people.length
  const share = (WORST_SHARE * (worst?.minutes ?? 0) + (1 - WORST_SHARE) * mean) / durationMinutes
  const isAgain = worst !== null && worst.email === carriedLast
  const facts = { durationMinutes, people: people.length, totalMinutes, worst, isAgain }
  return takeAway('FAIRNESS', isAgain ? share * AGAIN_FACTOR : share, facts)
}

function minutesOf({ startsAt, endsAt }: Time): number {
  return Math.round((endsAt - startsAt) / MINUTE)
}

function minuteOfDay(moment: number, offsets: ZoneOffsets): number {
  const local = moment + offsetAt(offsets, moment)
  return Math.floor((local - Math.floor(local / DAY) * DAY) / MINUTE)
}

function isoDayOfWeek(moment: number, offsets: ZoneOffsets): number {
  // The fourth day of the week was the first of 1970.
  const days = Math.floor((moment + offsetAt(offsets, moment)) / DAY) + 3
  return days - Math.floor(days / 7) * 7 + 1
}

function uncomfortableMinutes(time: Time, offsets: ZoneOffsets): number {
  const start = minuteOfDay(time.startsAt, offsets)
  const duration = minutesOf(time)
  const [from, to] = COMFORTABLE_MINUTES
  return duration - Math.max(0, Math.min(start + duration, to) - Math.max(start, from))
}

/** The hours around a moment, breaks included. */
function workingDay(open: readonly number[], moment: number): [number, number] {
  let first = firstEndingAfter(open, moment)
  let last = first
  const isBreak = (index: number) => bound(open, index + 2) - bound(open, index + 1) <= BREAK_MINUTES * MINUTE
  while (first > 0 && isBreak(first - 2)) first -= 2
  while (last + 2 < open.length && isBreak(last)) last += 2
  return [bound(open, first), bound(open, last + 1)]
}

/** The free time around a meeting that would be in it. */
function freeAround(open: readonly number[], busy: readonly number[], { startsAt }: Time): [number, number] {
  const hours = firstEndingAfter(open, startsAt)
  const next = firstEndingAfter(busy, startsAt)
  return [
    Math.max(bound(open, hours), next > 0 ? bound(busy, next - 1) : -Infinity),
    Math.min(bound(open, hours + 1), bound(busy, next)),
  ]
}

/** How long the meeting and those that touch it last together, milliseconds. */
function rowAround(busy: readonly number[], { startsAt, endsAt }: Time): number {
  const touching = TOUCHING_MINUTES * MINUTE
  const next = firstEndingAfter(busy, startsAt)
  let from = startsAt
  for (let i = next - 2; i >= 0 && from - bound(busy, i + 1) < touching; i -= 2) from = bound(busy, i)
  let to = endsAt
  for (let i = next; i < busy.length && bound(busy, i) - to < touching; i += 2) to = bound(busy, i + 1)
  return to - from
}
