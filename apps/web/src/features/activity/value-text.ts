import { Temporal } from '@astralis/core/temporal'
import { LOCALE, regionalEnglish } from '../../lib/locale.ts'
import { zoneName } from '../../lib/format-time.ts'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { ruleStartAt } from '../recurrence/rule-start.ts'
import { leadTimesText } from '../reminders/lead-time-text.ts'
import { hoursText } from './hours-text.ts'
import { peopleText } from './people-text.ts'
import type { Snapshot } from './log-entry.ts'

interface Reading {
  /** What else is said there. */
  snapshot: Snapshot
  /** The reader's. */
  timeZone: string
  locale?: string | undefined
}

type Read = (value: unknown, reading: Reading) => string | null

/** Fields whose values need more than their form to be read; null leaves a value to its form. */
const FIELDS: Record<string, Read> = {
  timeZone: (value) => (typeof value === 'string' ? zoneName(value) : null),
  recurrence: ruleText,
  participants: peopleText,
  rules: hoursText,
  overrides: hoursText,
  reminderOffsetsMinutes: offsetsText,
  offsetsMinutes: offsetsText,
  suggestion: (value) => (isRecord(value) && typeof value['score'] === 'number' ? `Score ${value['score']}` : null),
  scope: (value) => SCOPES[String(value)] ?? null,
  source: (value) => SOURCES[String(value)] ?? null,
  provider: (value) => SOURCES[String(value).toLowerCase()] ?? null,
}

const SCOPES: Record<string, string> = {
  this: 'This event',
  following: 'This and following events',
  all: 'All events',
}
const SOURCES: Record<string, string> = {
  internal: 'AstralisOps',
  google: 'Google Calendar',
  microsoft: 'Outlook',
  apple: 'Apple Calendar',
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/
/** Ids are for programs. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const CONSTANT = /^[A-Z]+(_[A-Z]+)*$/

/** A value of the log for people, times in their zone; null for nothing. */
export function valueText(field: string, value: unknown, reading: Reading): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string' && ID.test(value)) return null
  if (Array.isArray(value) && value.length === 0 && field !== 'reminderOffsetsMinutes' && field !== 'offsetsMinutes')
    return null
  return FIELDS[field]?.(value, reading) ?? plainText(field, value, reading)
}

function plainText(field: string, value: unknown, reading: Reading): string {
  const { timeZone, locale = LOCALE } = reading
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number')
    return field.endsWith('Minutes') ? `${value} minutes` : value.toLocaleString(regionalEnglish(locale))
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return momentText(value, field, { ...reading, locale, timeZone })
    return CONSTANT.test(value) && NAMED_BY_CONSTANTS.has(field) ? sentenceCase(value) : value
  }
  if (Array.isArray(value)) return value.map((one: unknown) => plainText(field, one, reading)).join(', ')
  return JSON.stringify(value)
}

/** Elsewhere capitals are somebody's own words. */
const NAMED_BY_CONSTANTS = new Set(['status', 'showsAs', 'role', 'problem', 'kind'])

function sentenceCase(constant: string): string {
  return constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ')
}

/** An all-day event means its days in its own zone, the last of which ends at midnight. */
function momentText(instant: string, field: string, { snapshot, timeZone, locale }: Reading): string {
  const { allDay, timeZone: own } = snapshot
  const at = Temporal.Instant.from(instant)
  if (allDay === true && typeof own === 'string' && (field === 'startsAt' || field === 'endsAt')) {
    const shown = field === 'endsAt' ? at.subtract({ nanoseconds: 1 }) : at
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: own }).format(shown.epochMilliseconds)
  }
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return format.format(at.epochMilliseconds)
}

function ruleText(value: unknown, { snapshot, locale }: Reading): string | null {
  const { startsAt, timeZone } = snapshot
  if (typeof value !== 'string' || typeof startsAt !== 'string' || typeof timeZone !== 'string') return null
  return recurrenceText(value, ruleStartAt(startsAt, timeZone), locale)
}

function offsetsText(value: unknown): string | null {
  if (!Array.isArray(value)) return null
  return leadTimesText(value.filter((one) => typeof one === 'number')) || 'No reminders'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
