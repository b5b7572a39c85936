import { formatRule, WEEKDAYS, type RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { daysFrom, readDays, withDays, type RepeatDays } from './repeat-days.ts'
import { daysLabel } from './repeat-labels.ts'
import { placesOf } from './repeat-places.ts'

/** A rule that needs no editor. */
export interface RepeatPreset {
  /** The rule as text. */
  value: string
  label: string
  rule: RecurrenceRule
}

/** Every day, without an end: what every other rule is made from. */
export const DAILY: RecurrenceRule = {
  frequency: 'DAILY',
  interval: 1,
  count: null,
  until: null,
  days: [],
  numbers: {},
  weekStart: 'MO',
}

const WORKDAYS = WEEKDAYS.slice(0, 5)

/** The usual rules for an event that begins at `start`. */
export function presetsFrom(start: number): RepeatPreset[] {
  const monthly = placesOf(start).map((place): RepeatDays => ({ frequency: 'MONTHLY', place }))
  return [
    presetOf(daysFrom('DAILY', start)),
    { ...presetOf({ frequency: 'WEEKLY', weekdays: WORKDAYS }), label: 'Every weekday' },
    ...[daysFrom('WEEKLY', start), ...monthly, daysFrom('YEARLY', start)].map((days) => presetOf(days)),
  ]
}

function presetOf(days: RepeatDays): RepeatPreset {
  const rule = withDays(DAILY, days)
  return { value: formatRule(rule), label: daysLabel(days), rule }
}

/** The preset that says the same as a rule. */
export function findPreset(presets: readonly RepeatPreset[], rule: RecurrenceRule, start: number) {
  const days = readDays(rule, start)
  const value = days && formatRule(withDays(rule, days))
  return presets.find((preset) => preset.value === value)
}
