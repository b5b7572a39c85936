import { toEpoch, type ZoneOffsets } from '../time/zone-offsets.ts'
import type { Component } from './component.ts'
import { matchTimeZone } from './match-time-zone.ts'
import { formatWall, type Moment, wallOf } from './moment.ts'
import { quote, type Report } from './problem.ts'
import { decodeText, parseProperty } from './property.ts'
import { type Observance, offsetsAround, parseObservances } from './time-zone-definition.ts'
import { findTimeZone } from './time-zone-name.ts'

/** Where a TZID is used: in a property at `line` of a component in `calendar`. */
export interface ZoneUse {
  tzid: string
  line: number
  calendar: Component | null
}

/** The moment that a local time `YYYY-MM-DDTHH:mm:ss` means there. */
export type ReadZoned = (use: ZoneUse, local: string) => Moment

/** What a TZID does to a local time. */
type Zone = (local: string) => Moment

/** By the calendar it stands in, and by null for the whole file; then by TZID. */
type Definitions = Map<Component | null, Map<string, Component>>

/**
 * Reads zoned times by the VTIMEZONEs of a file, before or after them. A zone that has a name is known better by this
 * engine than by any file; what has none is looked for by its offsets. A TZID that can not be read is reported where it
 * is used first.
 */
export function createZoneReader(timeZones: readonly Component[], report: Report): ReadZoned {
  const definitions = indexDefinitions(timeZones)
  const zones = new Map<Component | string, Zone>()
  const effort = { left: MAX_EFFORT }
  return ({ tzid, line, calendar }, local) => {
    const definition = definitions.get(calendar)?.get(tzid) ?? definitions.get(null)?.get(tzid)
    const zone = zones.get(definition ?? tzid) ?? readZone(tzid, definition, effort, (message) => report(message, line))
    zones.set(definition ?? tzid, zone)
    return zone(local)
  }
}

/** How many changes of clocks may still be computed for a file, so that none takes more than a second. */
interface Effort {
  left: number
}

const MAX_EFFORT = 10_000
/** To look for a zone costs as much as so many changes. */
const SEARCH_EFFORT = 5

function indexDefinitions(timeZones: readonly Component[]): Definitions {
  const definitions: Definitions = new Map()
  for (const component of timeZones)
    for (const scope of new Set([component.parent, null])) {
      const known = definitions.get(scope) ?? new Map<string, Component>()
      const tzid = valueOf(component, 'TZID')
      if (!known.has(tzid)) known.set(tzid, component)
      definitions.set(scope, known)
    }
  return definitions
}

function readZone(tzid: string, definition: Component | undefined, effort: Effort, report: Report): Zone {
  const location = definition ? valueOf(definition, 'X-LIC-LOCATION') : ''
  const timeZone = findTimeZone(tzid) ?? findTimeZone(location)
  if (timeZone !== null) return (local) => ({ local, timeZone })
  const observances = definition ? parseObservances(definition) : null
  if (observances) return readByOffsets(tzid, observances, effort, report)
  const problem = definition
    ? `The VTIMEZONE of ${quote(tzid)} can not be read`
    : `Expected an IANA or Windows time zone or a VTIMEZONE for ${quote(tzid)}`
  report(`${problem}; its times are taken as local ones without a zone.`)
  return readFloating
}

function readFloating(local: string): Moment {
  return { local, timeZone: null }
}

/** Year by year: a VTIMEZONE with only today's rules matches no zone in years that had others. */
function readByOffsets(tzid: string, observances: readonly Observance[], effort: Effort, report: Report): Zone {
  const cost = observances.reduce((sum, { dates }) => sum + 1 + dates.length, SEARCH_EFFORT)
  const readYear = (year: number): Zone => {
    effort.left -= cost
    if (effort.left < 0) {
      report(`Too many time zones; the times of ${quote(tzid)} in ${year} are taken as local ones without a zone.`)
      return readFloating
    }
    const offsets = offsetsAround(observances, year)
    const timeZone = matchTimeZone(offsets, year, tzid)
    if (timeZone !== null) return (local) => ({ local, timeZone })
    report(`No time zone has the offsets of ${quote(tzid)} in ${year}; its times are given in UTC.`)
    return (local) => readInUtc(offsets, local)
  }
  const years = new Map<number, Zone>()
  return (local) => {
    const year = Number(local.slice(0, 4))
    const zone = years.get(year) ?? readYear(year)
    years.set(year, zone)
    return zone(local)
  }
}

function readInUtc(offsets: ZoneOffsets, local: string): Moment {
  const inUtc = formatWall(toEpoch(offsets, wallOf(local)))
  return inUtc === null ? readFloating(local) : { local: inUtc, timeZone: 'UTC' }
}

function valueOf({ lines }: Component, wanted: string): string {
  for (const line of lines) {
    const property = parseProperty(line)
    if (property?.name === wanted) return decodeText(property.value).trim()
  }
  return ''
}
