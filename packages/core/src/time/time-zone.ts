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

/** An IANA time zone name, for example `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64, 'Expected an IANA time zone such as Europe/Berlin.')
  .refine(isTimeZone, 'Expected an IANA time zone such as Europe/Berlin.')
