import { Temporal } from '@astralis/core/temporal'
import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import { epochToWall, parseWall } from '@astralis/core/recurrence/wall-time'

/** Where a rule begins, from which it takes what it does not say: a wall time, as core counts it, of a zone. */
export interface RuleStart {
  wall: number
  timeZone: string
}

/** The start that a date (`YYYY-MM-DD`) and a time (`HH:mm`) of a form mean; null while they are none. */
export function ruleStartOf(date: string, time: string, timeZone: string): RuleStart | null {
  try {
    return { wall: parseWall(`${date}T${time}:00`), timeZone }
  } catch (error) {
    if (error instanceof RecurrenceError) return null
    throw error
  }
}

/** The same of an instant. */
export function ruleStartAt(instant: string, timeZone: string): RuleStart {
  return { wall: epochToWall(timeZone, Temporal.Instant.from(instant).epochMilliseconds), timeZone }
}
