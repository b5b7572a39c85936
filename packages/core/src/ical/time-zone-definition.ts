import type { ZoneOffsets } from '../time/zone-offsets.ts'
import type { Component } from './component.ts'
import { wallOf } from './moment.ts'
import { parseProperty, type Property } from './property.ts'
import { parseTimeValue } from './time-value.ts'
import { parseOffset } from './utc-offset.ts'
import { dateInYear, parseYearlyRule, type YearlyRule } from './yearly-rule.ts'

/** A STANDARD or DAYLIGHT of a VTIMEZONE (RFC 5545, 3.6.5): local times at `offsetFrom`, offsets in milliseconds. */
export interface Observance {
  start: string
  dates: string[]
  rule: YearlyRule | null
  offsetFrom: number
  offsetTo: number
}

/** What a VTIMEZONE says of its offsets; null where any of it can not be read. */
export function parseObservances({ children }: Component): Observance[] | null {
  const parts = children.filter(({ name }) => name === 'STANDARD' || name === 'DAYLIGHT')
  const observances = parts.map(parseObservance).filter((observance) => observance !== null)
  return parts.length > 0 && observances.length === parts.length ? observances : null
}

function parseObservance({ lines }: Component): Observance | null {
  const properties = lines.map(parseProperty).filter((property) => property !== null)
  const valueOf = (wanted: string) => properties.find(({ name }) => name === wanted)?.value ?? ''
  const start = parseTimeValue(valueOf('DTSTART'))?.local
  const offsetFrom = parseOffset(valueOf('TZOFFSETFROM'))
  const offsetTo = parseOffset(valueOf('TZOFFSETTO'))
  if (start === undefined || offsetFrom === null || offsetTo === null) return null
  const rule = parseYearlyRule(valueOf('RRULE'), start.slice(0, DATE_LENGTH))
  if (valueOf('RRULE') !== '' && rule === null) return null
  return { start, dates: properties.flatMap(readDates), rule, offsetFrom, offsetTo }
}

function readDates({ name, value }: Property): string[] {
  if (name !== 'RDATE') return []
  const times = value.split(',').map(parseTimeValue)
  return times.filter((time) => time !== null).map(({ local }) => local)
}

/** The offsets that hold in a year and in the ones next to it. */
export function offsetsAround(observances: readonly Observance[], year: number): ZoneOffsets {
  const changes = observances
    .flatMap((observance) => onsetsAround(observance, year).map((at) => ({ ...observance, at })))
    .toSorted((a, b) => a.at - b.at)
  return {
    since: [-Infinity, ...changes.map(({ at }) => at)],
    offsets: [changes[0]?.offsetFrom ?? 0, ...changes.map(({ offsetTo }) => offsetTo)],
    firstDay: 0,
    dayOffsets: new Float64Array(),
  }
}

const DATE_LENGTH = 'YYYY-MM-DD'.length
/** How far back a rule is followed: its last change may be that old. */
const YEARS_BEFORE = 3

/** Epoch milliseconds, in no order. */
function onsetsAround({ start, dates, rule, offsetFrom }: Observance, year: number): number[] {
  const toInstant = (local: string) => wallOf(local) - offsetFrom
  const onsets = [start, ...dates].map(toInstant)
  if (rule === null) return onsets
  const { until, count } = rule
  const firstYear = Number(start.slice(0, 4))
  const lastYear = Math.min(year + 1, firstYear + count - 1, Number(until?.local.slice(0, 4) ?? Infinity) + 1)
  const last = until ? toInstant(until.local) + (until.isUtc ? offsetFrom : 0) : Infinity
  for (let at = Math.max(firstYear, lastYear - YEARS_BEFORE); at <= lastYear; at++) {
    const date = dateInYear(rule, at)
    const onset = date === null ? Number.NaN : toInstant(date + start.slice(DATE_LENGTH))
    if (onset > (onsets[0] ?? 0) && onset <= last) onsets.push(onset)
  }
  return onsets
}
