import { Temporal } from '@astralis/core/temporal'
import { MINUTE } from '@astralis/core/time/zone-offsets'
import { offsetOf } from '../../lib/zone-offset.ts'

const NANOSECONDS = 1_000_000n

/**
 * A time that has at hand what Schedule-X asks of every event thousands of times while it lays out a view: its fields,
 * its text, and itself in the zone it already has. Left to the polyfill, that is most of what turning a page takes.
 */
export class GridTime extends Temporal.ZonedDateTime {
  override readonly epochMilliseconds: number
  override readonly epochNanoseconds: bigint
  override readonly year: number
  override readonly month: number
  override readonly day: number
  override readonly hour: number
  override readonly minute: number
  readonly #text: string

  /** At an instant in epoch milliseconds. */
  constructor(epoch: number, timeZone: string) {
    const nanoseconds = BigInt(epoch) * NANOSECONDS
    super(nanoseconds, timeZone)
    const text = textOf(epoch, timeZone)
    const part = (from: number, to: number) => Number(text.slice(from, to))
    this.epochMilliseconds = epoch
    this.epochNanoseconds = nanoseconds
    this.year = part(0, 4)
    this.month = part(5, 7)
    this.day = part(8, 10)
    this.hour = part(11, 13)
    this.minute = part(14, 16)
    this.#text = text
  }

  static of(time: Temporal.ZonedDateTime): GridTime {
    return new GridTime(time.epochMilliseconds, time.timeZoneId)
  }

  override withTimeZone(timeZone: Temporal.TimeZoneLike): Temporal.ZonedDateTime {
    return timeZone === this.timeZoneId ? this : super.withTimeZone(timeZone)
  }

  override toString(options?: Temporal.ZonedDateTimeToStringOptions): string {
    return options ? super.toString(options) : this.#text
  }
}

/** As Temporal writes it: `2031-06-10T09:00:00+02:00[Europe/Berlin]`. Years 1 to 9999 and offsets of whole minutes. */
function textOf(epoch: number, timeZone: string): string {
  const offset = offsetOf(epoch, timeZone)
  const wall = Temporal.Instant.fromEpochMilliseconds(epoch + offset).toString()
  const minutes = Math.abs(offset) / MINUTE
  const sign = offset < 0 ? '-' : '+'
  return `${wall.slice(0, -1)}${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}[${timeZone}]`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
