import { z } from 'zod'
import { Temporal } from '../temporal.ts'

const EARLIEST = Temporal.Instant.from('1970-01-01T00:00:00Z')
const LATEST = Temporal.Instant.from('2200-01-01T00:00:00Z')
/** RFC 3339, 5.6, with an offset: a local time would mean another instant to every reader. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
const EXPECTED = 'Expected an instant such as 2026-03-10T09:00:00Z.'

/**
 * The wire form of an instant (RFC 3339, any offset in, UTC out) and its Temporal value. The range is bounded because
 * a typing error in the year would otherwise make an event that no view can show.
 */
export const instantSchema = z.codec(
  z.string(EXPECTED).regex(RFC_3339, { error: EXPECTED, abort: true }),
  z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant),
  {
    decode(text, context) {
      const instant = parse(text)
      if (instant && isBetween(instant, EARLIEST, LATEST)) return instant
      const message = instant ? 'Expected a year from 1970 to 2199.' : EXPECTED
      context.issues.push({ code: 'custom', input: text, message })
      return z.NEVER
    },
    encode: (instant) => instant.toString(),
  },
)

/** To the microsecond, which is what is stored. Null for what has the form of a date but is none, such as the 30th of February. */
function parse(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text).round({ smallestUnit: 'microsecond', roundingMode: 'trunc' })
  } catch {
    return null
  }
}

function isBetween(instant: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return Temporal.Instant.compare(instant, from) >= 0 && Temporal.Instant.compare(instant, to) < 0
}

/** True when `a` comes before `b`. */
export function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
