import type { Link } from './link.ts'
import { epochOf, parseWall } from '../recurrence/wall-time.ts'
import { Temporal } from '../temporal.ts'

/**
 * The slot (epoch milliseconds) of an exception, from its original start: an instant (RFC 3339), or a date in a series of
 * whole days, which are those of `timeZone`. Null for what is neither.
 */
export function slotOfOriginal(originalStart: string, timeZone: string): number | null {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(originalStart)
      ? epochOf(timeZone, parseWall(`${originalStart}T00:00:00`))
      : Temporal.Instant.from(originalStart).epochMilliseconds
  } catch {
    return null
  }
}

/** How a calendar names the original start of the exception of a link. */
export function originalStartOf({ originalStartsAt, base }: Pick<Link, 'originalStartsAt' | 'base'>): string {
  const original = base?.here.originalStartsAt
  if (base?.here.allDay && original) return original.slice(0, 'YYYY-MM-DD'.length)
  return originalStartsAt?.toString({ smallestUnit: 'second' }) ?? ''
}
