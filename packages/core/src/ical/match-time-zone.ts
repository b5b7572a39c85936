import { Temporal } from '../temporal.ts'
import { formatOf } from '../time/offset-format.ts'
import { isTimeZone } from '../time/time-zone.ts'
import { MINUTE, offsetAt, type ZoneOffsets } from '../time/zone-offsets.ts'
import { WELL_KNOWN_ZONES } from './time-zone-name.ts'
import { parseOffset } from './utc-offset.ts'

/** The offset (milliseconds) at an instant (epoch milliseconds). */
interface Sample {
  at: number
  offset: number
}

/**
 * A zone that has the offsets of a VTIMEZONE in a year, one whose city `tzid` mentions before others, as in `(UTC+01:00)
 * Amsterdam, Berlin, Bern`. Null for offsets that no well-known zone has.
 */
export function matchTimeZone(offsets: ZoneOffsets, year: number, tzid: string): string | null {
  const samples = sampleYear(offsets, year)
  const mentioned = [...WELL_KNOWN_ZONES].filter((name) => tzid.includes(cityOf(name)))
  const candidates = [...mentioned, ...fixedZones(offsets), ...WELL_KNOWN_ZONES]
  return candidates.find((name) => isTimeZone(name) && hasOffsets(name, samples)) ?? null
}

const HOUR = 60 * MINUTE
/** Windows has changes at 23:59:59 that are at midnight, Lotus Notes has all of them in standard time. */
const NEAR = 2 * HOUR
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Before and after each change, and once a month, for changes that only the other zone has. */
function sampleYear(offsets: ZoneOffsets, year: number): Sample[] {
  const from = startOf(year, 1)
  const changes = offsets.since.filter((at) => at > from && at < startOf(year + 1, 1))
  const epochs = [...MONTHS.map((month) => startOf(year, month)), ...changes.flatMap((at) => [at - NEAR, at + NEAR])]
  return epochs.map((at) => ({ at, offset: offsetAt(offsets, at) }))
}

function startOf(year: number, month: number): number {
  return new Temporal.PlainDate(year, month, 1).toZonedDateTime('UTC').epochMilliseconds
}

function hasOffsets(timeZone: string, samples: readonly Sample[]): boolean {
  const format = formatOf(timeZone)
  return samples.every(({ at, offset }) => {
    const [, text = ''] = format.format(at).split('GMT')
    return (parseOffset(text) ?? 0) === offset
  })
}

/** For full hours that never change, the zone of that offset; east of Greenwich is minus in its name. */
function fixedZones({ offsets }: ZoneOffsets): string[] {
  const hours = (offsets[0] ?? 0) / HOUR
  if (new Set(offsets).size > 1 || !Number.isInteger(hours)) return []
  return [hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`]
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
