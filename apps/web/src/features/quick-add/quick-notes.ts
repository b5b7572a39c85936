import type { Temporal } from '@astralis/core/temporal'
import { formatTime } from '../../lib/format-time.ts'

/** What a change of the clock makes of a wall time; null on almost every day. */
export function clockChangeNote(wall: Temporal.PlainDateTime, zoned: Temporal.ZonedDateTime): string | null {
  const asked = formatTime(`${wall.toString({ smallestUnit: 'second' })}Z`, 'UTC')
  const given = formatTime(zoned.toInstant().toString(), zoned.timeZoneId)
  if (!zoned.toPlainDateTime().equals(wall))
    return `The clocks go forward: there is no ${asked} on that day. It begins at ${given}.`
  const later = wall.toZonedDateTime(zoned.timeZoneId, { disambiguation: 'later' })
  if (later.epochMilliseconds === zoned.epochMilliseconds) return null
  return `The clocks go back: ${asked} comes twice on that day. The first is meant.`
}

const MONTHS = 'jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez'
const LIKE_A_TIME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:\d{1,2}[:.]\d{2}(?:\s?[ap]m)?|\d{1,2}\s?(?:[ap]m|uhr)|\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{1,2}\.?\s(?:${MONTHS})\p{L}*|(?:${MONTHS})\p{L}*\s\d{1,2}|(?:${MONTHS})\s\d{1,2}|\d{1,4}\s?(?:min|mins|minutes|hours|hrs))(?![\p{L}\p{N}])`,
  'giu',
)

/** What in a title looks like a time that was not understood: `25:00`, `31 Feb`. */
export function leftOver(title: string): string[] {
  return title.match(LIKE_A_TIME) ?? []
}
