import { z } from 'zod'

/** True for a name of the IANA time zone database (RFC 6557), false for fixed offsets such as `+01:00`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

/** An IANA time zone name, for example `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64, 'Expected an IANA time zone such as Europe/Berlin.')
  .refine(isTimeZone, 'Expected an IANA time zone such as Europe/Berlin.')
