import { Temporal } from '@astralis/core/temporal'
import { mergeIntervals } from '@astralis/core/time/intervals'
import { type DateOverride, openHours, type WeeklyRange } from '@astralis/core/time/working-hours'
import { sample } from './measure.ts'

/** A person of a search: hours on the wall and busy time, as they are stored. */
export interface SlotPerson {
  rules: readonly WeeklyRange[]
  overrides: readonly DateOverride[]
  timeZone: string
  busy: number[]
}

export interface SlotCase {
  people: SlotPerson[]
  from: number
  to: number
}

const MINUTE = 60_000
const HALF_HOUR = 30 * MINUTE
export const DAY = 24 * 60 * MINUTE
const ZONES = ['Europe/Berlin', 'Europe/London', 'America/New_York']
/** In UTC. People of all three zones are at work then, in summer and in winter. */
const KEPT_FREE = { dayOfWeek: 3, hour: 14 }

/** From this Monday on: the clocks change within eight weeks, on different days in America and in Europe. */
export function monday(weeks: number): number {
  return Temporal.Instant.from('2026-02-02T00:00:00Z').epochMilliseconds + weeks * 7 * DAY
}

/** Hours of a person: Monday to Friday, a different start and end for each of twenty, in three zones by turns. */
export function hoursOf(index: number): Omit<SlotPerson, 'busy'> {
  const start = 8 * 60 + (index % 4) * 15
  const end = 17 * 60 + (index % 5) * 15
  const days = [1, 2, 3, 4, 5] as const
  return {
    rules: days.map((dayOfWeek) => ({ dayOfWeek, startTime: clock(start), endTime: clock(end) })),
    overrides: [],
    timeZone: ZONES[index % ZONES.length] ?? 'UTC',
  }
}

/** People who are busy for this share of their hours, in meetings of half an hour or a whole one. */
export function densePeople(count: number, density: number, range: Omit<SlotCase, 'people'>, random: () => number) {
  return Array.from({ length: count }, (_, index): SlotPerson => {
    const hours = hoursOf(index)
    const open = openHours(hours.rules, hours.overrides, hours.timeZone, range.from, range.to)
    const busy: number[] = []
    for (let i = 0; i < open.length; i += 2) fill(busy, [open[i] ?? 0, open[i + 1] ?? 0], density, random)
    return { ...hours, busy: mergeIntervals(busy) }
  })
}

/** Meetings and pauses by turns. Pauses have random lengths, so that meetings cover the share on average. */
function fill(busy: number[], [from, to]: [number, number], density: number, random: () => number): void {
  for (let at = from; at < to;) {
    const length = random() < 0.5 ? HALF_HOUR : 2 * HALF_HOUR
    const pause = (-Math.log(1 - random()) * 1.5 * HALF_HOUR * (1 - density)) / density
    const start = at + Math.round(pause / MINUTE) * MINUTE
    at = Math.min(to, start + length)
    if (start < to) busy.push(start, at)
  }
}

/** People with exactly five half hours on each working day; one hour of the week is nobody's. */
export function headlinePeople(count: number, range: Omit<SlotCase, 'people'>, random: () => number): SlotPerson[] {
  return Array.from({ length: count }, (_, index): SlotPerson => {
    const hours = hoursOf(index)
    const open = openHours(hours.rules, hours.overrides, hours.timeZone, range.from, range.to)
    const busy: number[] = []
    for (let i = 0; i < open.length; i += 2) {
      const places = halfHours(open[i] ?? 0, open[i + 1] ?? 0).filter((start) => !isKeptFree(start))
      for (const start of sample(places, 5, random)) busy.push(start, start + HALF_HOUR - 5 * MINUTE)
    }
    return { ...hours, busy: mergeIntervals(busy) }
  })
}

function halfHours(from: number, to: number): number[] {
  const first = Math.ceil(from / HALF_HOUR) * HALF_HOUR
  return Array.from({ length: Math.floor((to - first) / HALF_HOUR) }, (_, index) => first + index * HALF_HOUR)
}

function isKeptFree(start: number): boolean {
  const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('UTC')
  return dayOfWeek === KEPT_FREE.dayOfWeek && hour === KEPT_FREE.hour
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
