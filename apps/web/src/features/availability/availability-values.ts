import type { Availability, AvailabilityRule } from '@astralis/core/availability/availability'
import { setAvailabilityInput } from '@astralis/core/availability/availability-input'
import type { DayOfWeek, TimeRange } from '@astralis/core/time/working-hours'
import { describeIssues } from '@astralis/core/wire/describe-issues'
import { nextRange } from './time-ranges.ts'

/** The form, which has the fields of the API, so that every message of the schema or the server finds its place. */
export type AvailabilityValues = Availability

/** A rule and its place in the list, which its messages are named after. */
export interface PlacedRule {
  rule: AvailabilityRule
  index: number
}

/** What is wrong by core's rules: field path (`rules.3.endTime`) to message. */
export function problemsOf(values: AvailabilityValues): Record<string, string> {
  const parsed = setAvailabilityInput.safeParse(values)
  return parsed.success ? {} : describeIssues(parsed.error)
}

export function rulesOf(rules: readonly AvailabilityRule[], day: DayOfWeek): PlacedRule[] {
  return rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => rule.dayOfWeek === day)
}

export function replaced<T>(list: readonly T[], index: number, patch: Partial<T>): T[] {
  return list.map((item, i) => (i === index ? { ...item, ...patch } : item))
}

export function removed<T>(list: readonly T[], index: number): T[] {
  return list.filter((_item, i) => i !== index)
}

/** One more range on a day, where there is room. */
export function withRange(rules: readonly AvailabilityRule[], day: DayOfWeek): AvailabilityRule[] {
  const range = nextRange(rulesOf(rules, day).map(({ rule }) => rule))
  return [...rules, { dayOfWeek: day, ...range, isActive: true }]
}

/** The day switched on or off as a whole; its ranges are kept, and one without any gets the hours of a working day. */
export function withDay(rules: readonly AvailabilityRule[], day: DayOfWeek, isActive: boolean): AvailabilityRule[] {
  if (isActive && rulesOf(rules, day).length === 0) return withRange(rules, day)
  return rules.map((rule) => (rule.dayOfWeek === day ? { ...rule, isActive } : rule))
}

/** The same hours on other days, in place of what they had. */
export function copiedTo(
  rules: readonly AvailabilityRule[],
  from: DayOfWeek,
  to: readonly DayOfWeek[],
): AvailabilityRule[] {
  const source = rulesOf(rules, from).map(({ rule }) => rule)
  const kept = rules.filter(({ dayOfWeek }) => !to.includes(dayOfWeek))
  return [...kept, ...to.flatMap((dayOfWeek) => source.map((rule) => ({ ...rule, dayOfWeek })))]
}

/** Days and, within each, times in their order; only for what is not being typed in. */
export function inOrder(values: AvailabilityValues): AvailabilityValues {
  return {
    ...values,
    rules: values.rules.toSorted((a, b) => a.dayOfWeek - b.dayOfWeek || byStart(a, b)),
    overrides: values.overrides
      .map(({ date, ranges }) => ({ date, ranges: ranges.toSorted(byStart) }))
      .toSorted((a, b) => a.date.localeCompare(b.date)),
  }
}

function byStart(a: TimeRange, b: TimeRange): number {
  return a.startTime.localeCompare(b.startTime)
}

export function isSame(a: AvailabilityValues, b: AvailabilityValues): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}
