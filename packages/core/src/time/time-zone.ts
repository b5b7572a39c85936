import { z } from 'zod'
import { Temporal } from '../temporal.ts'

/** True for a name of the IANA time zone database (RFC 6557), false for fixed offsets such as `+01:00`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    // Intl also takes abbreviations such as PST, which are several zones and which Temporal refuses.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
  } catch {
    return false
  }
}

/** Making one takes longer than anything else that is done with a zone. More names than zones are spellings of them. */
const formats = new Map<string, Intl.DateTimeFormat>()
const MAX_FORMATS = 1000

/** Writes `12/31/1969, GMT-00:44:30` with the zone's offset at an instant. Throws RangeError for an unknown zone. */
export function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  if (formats.size >= MAX_FORMATS) formats.clear()
  formats.set(timeZone, format)
  return format
}

/** An IANA time zone name, for example `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64, 'Expected an IANA time zone such as Europe/Berlin.')
  .refine(isTimeZone, 'Expected an IANA time zone such as Europe/Berlin.')
