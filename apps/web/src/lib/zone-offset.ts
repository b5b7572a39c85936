import { DAY, MINUTE, offsetAt, zoneOffsets } from '@astralis/core/time/zone-offsets'

const TABLE_DAYS = 400
/** Longer than any clock was ever turned. */
const REACH = 26 * 60 * MINUTE

/** How far a zone is from UTC at an instant, in milliseconds both; from a table, so that asking often is cheap. */
export function offsetOf(epoch: number, timeZone: string): number {
  const stretch = TABLE_DAYS * DAY
  const from = Math.floor(epoch / stretch) * stretch
  return offsetAt(zoneOffsets(timeZone, from, from + stretch), epoch)
}

/** Whether the wall clock says the same at another instant too, because it was turned back. */
export function isRepeated(epoch: number, timeZone: string): boolean {
  const offset = offsetOf(epoch, timeZone)
  return [offsetOf(epoch - REACH, timeZone), offsetOf(epoch + REACH, timeZone)].some(
    (other) => other !== offset && offsetOf(epoch + offset - other, timeZone) === other,
  )
}
