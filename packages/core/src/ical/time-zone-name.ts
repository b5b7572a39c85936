import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { Temporal } from '../temporal.ts'
import { isTimeZone } from '../time/time-zone.ts'

/** Windows' names, in lower case, with the zone of the country that each is named for. */
const WINDOWS_ZONES: ReadonlyMap<string, string> = new Map(
  WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001').map(({ windowsName, iana: [zone] }) => [
    windowsName.toLowerCase(),
    zone === 'Etc/UTC' ? 'UTC' : zone,
  ]),
)

/** One zone for each set of rules that is in use somewhere. Not every engine may know all of them. */
export const WELL_KNOWN_ZONES: ReadonlySet<string> = new Set(WINDOWS_ZONES.values())

/** The longest names of the database have three parts. */
const MAX_PARTS = 3

/**
 * The IANA zone that a TZID names: as it is, with a program's prefix (`/freeassociation.sourceforge.net/Europe/Berlin`),
 * or as Windows calls it (`W. Europe Standard Time`). Null for other names.
 */
export function findTimeZone(tzid: string): string | null {
  const parts = tzid.replaceAll(' ', '_').split('/').slice(-MAX_PARTS)
  const names = [WINDOWS_ZONES.get(tzid.toLowerCase()) ?? '', ...parts.map((_, i) => parts.slice(i).join('/'))]
  return names.map(spell).find((name) => name !== null) ?? null
}

/** In the database's own spelling: names are the same in lower case. Null for what is no zone. */
function spell(name: string): string | null {
  if (!isTimeZone(name)) return null
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return ['Etc/UTC', 'GMT', 'Etc/GMT'].includes(timeZoneId) ? 'UTC' : timeZoneId
  } catch {
    // Intl also knows abbreviations such as BST, which mean several zones, and Temporal none of them.
    return null
  }
}
