import { Temporal } from '../temporal.ts'
import { offsetAt, type ZoneOffsets } from '../time/zone-offsets.ts'

const DAY_AND_TIME = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** `Tue 10 Mar, 10:00`, as a clock of the zone shows it; for sentences. */
export function describeTime(epoch: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone)
  return local.toLocaleString('en-GB', DAY_AND_TIME)
}

/** `10:00` */
export function describeClock(epoch: number, offsets: ZoneOffsets): string {
  return localStart(epoch, offsets).slice('YYYY-MM-DDT'.length)
}

/** `2026-03-10T10:00`. Arithmetic, because every warning of a booking says some, and Temporal's zones are slow. */
export function localStart(epoch: number, offsets: ZoneOffsets): string {
  const asUtc = Temporal.Instant.fromEpochMilliseconds(epoch + offsetAt(offsets, epoch))
  return asUtc.toString().slice(0, 'YYYY-MM-DDTHH:mm'.length)
}
