import { Temporal } from '../temporal.ts'
import { type Intervals, mergeIntervals } from './intervals.ts'
import { DAY, epochDayAt, isSkippedDay, MINUTE, toEpoch, zoneOffsets } from './zone-offsets.ts'

/** 1 Monday to 7 Sunday (ISO 8601). */
export const DAYS_OF_WEEK = [1, 2, 3, 4, 5, 6, 7] as const
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number]

/** Wall-clock times `HH:mm`. The end may be `24:00`, or earlier than the start: then it is on the next day. */
export interface TimeRange {
  startTime: string
  endTime: string
}

export interface WeeklyRange extends TimeRange {
  dayOfWeek: DayOfWeek
}

/** Replaces the ranges that begin on one local date; none at all is a day off. */
export interface DateOverride {
  /** `YYYY-MM-DD` */
  date: string
  ranges: readonly TimeRange[]
}

const DAY_MINUTES = 1440
const WEEK_DAYS = 7
const ZERO = '0'.charCodeAt(0)
/** 1970-01-01 was a Thursday. */
const EPOCH_DAY_OF_WEEK = 4

/**
 * Weekly wall-clock hours, and their overrides, as instants from `from` to `to` (epoch milliseconds). Nine o'clock stays
 * nine o'clock across daylight-saving changes; a time that a change skips moves forward by the gap, one that happens
 * twice means the first; a date that the zone never had has no hours. Overnight hours belong to the date on which they
 * begin. Throws RangeError for an unknown zone, a time or a date that is none, and a window of more than 400 years.
 */
export function openHours(
  rules: readonly WeeklyRange[],
  overrides: readonly DateOverride[],
  timeZone: string,
  from: number,
  to: number,
): Intervals {
  const zone = zoneOffsets(timeZone, from, to)
  const week = weekOf(rules)
  const dates = new Map(overrides.map(({ date, ranges }) => [toEpochDay(date), ranges.reduce(addRange, [])]))
  const lastDay = epochDayAt(zone, to)
  const pairs: number[] = []
  // One day earlier, for its overnight hours.
  for (let day = epochDayAt(zone, from) - 1; day <= lastDay; day++) {
    const ranges = (dates.size > 0 ? dates.get(day) : undefined) ?? week[isoDayOfWeek(day)]
    if (ranges === undefined) continue
    const midnight = day * DAY
    const offset = zone.dayOffsets[day - zone.firstDay] ?? Number.NaN
    const isSteady = !Number.isNaN(offset)
    if (!isSteady && isSkippedDay(zone, day)) continue
    for (let i = 0; i < ranges.length; i += 2) {
      const start = midnight + (ranges[i] ?? 0)
      const end = midnight + (ranges[i + 1] ?? 0)
      const opensAt = Math.max(from, isSteady ? start - offset : toEpoch(zone, start))
      const closesAt = Math.min(to, isSteady ? end - offset : toEpoch(zone, end))
      if (opensAt < closesAt) pairs.push(opensAt, closesAt)
    }
  }
  return mergeIntervals(pairs)
}

/** A range in minutes since midnight; an overnight one ends beyond 1440. Throws RangeError for what is no time. */
export function toMinutes({ startTime, endTime }: TimeRange): [start: number, end: number] {
  const start = minuteOf(startTime)
  const end = minuteOf(endTime)
  return [start, end < start ? end + DAY_MINUTES : end]
}

/** Starts and ends by turns, in milliseconds since midnight, for each ISO day of the week that has any. */
function weekOf(rules: readonly WeeklyRange[]): (number[] | undefined)[] {
  const week: (number[] | undefined)[] = []
  for (const rule of rules) week[rule.dayOfWeek] = addRange(week[rule.dayOfWeek] ?? [], rule)
  return week
}

function addRange(list: number[], range: TimeRange): number[] {
  const [start, end] = toMinutes(range)
  list.push(start * MINUTE, end * MINUTE)
  return list
}

function minuteOf(time: string): number {
  const hour = twoDigits(time, 0)
  const minute = twoDigits(time, 3)
  const isTime = hour <= 24 && minute < 60 && hour * 60 + minute <= DAY_MINUTES
  if (isTime && time.length === 'HH:mm'.length && time[2] === ':') return hour * 60 + minute
  throw new RangeError(`Expected a time such as 09:00, got "${time}".`)
}

/** NaN, which no comparison holds for, where they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function toEpochDay(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds / DAY
}

function isoDayOfWeek(epochDay: number): number {
  const days = (epochDay + EPOCH_DAY_OF_WEEK - 1) % WEEK_DAYS
  return (days < 0 ? days + WEEK_DAYS : days) + 1
}
