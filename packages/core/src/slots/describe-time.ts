import { Temporal } from '../temporal.ts'

const DAY_AND_TIME = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** `Tue 10 Mar, 10:00`, as a clock of the zone shows it; for sentences. */
export function describeTime(epoch: number, timeZone: string): string {
  return at(epoch, timeZone).toLocaleString('en-GB', DAY_AND_TIME)
}

/** `10:00` */
export function describeClock(epoch: number, timeZone: string): string {
  return at(epoch, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** `2026-03-10T10:00` */
export function localStart(epoch: number, timeZone: string): string {
  return at(epoch, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

function at(epoch: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone)
}
