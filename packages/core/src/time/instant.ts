import { z } from 'zod'
import { Temporal } from '../temporal.ts'

const EARLIEST = Temporal.Instant.from('1970-01-01T00:00:00Z')
const LATEST = Temporal.Instant.from('2200-01-01T00:00:00Z')
const EXPECTED = 'Expected an instant such as 2026-03-10T09:00:00Z.'

/**
 * The wire form of an instant (RFC 3339, any offset in, UTC out) and its Temporal value. The range is bounded because
 * a typing error in the year would otherwise make an event that no view can show.
 */
export const instantSchema = z.codec(
  z.iso.datetime({ offset: true, error: EXPECTED }),
  z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant),
  {
    decode(text, context) {
      const instant = Temporal.Instant.from(text)
      if (isBetween(instant, EARLIEST, LATEST)) return instant
      context.issues.push({ code: 'custom', input: text, message: 'Expected a year from 1970 to 2199.' })
      return z.NEVER
    },
    encode: (instant) => instant.toString(),
  },
)

function isBetween(instant: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, from) >= 0 && Temporal.Instant.compare(instant, to) < 0
}

/** True when `a` comes before `b`. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
