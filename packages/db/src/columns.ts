import { Temporal } from '@astralis/core/temporal'
import { customType } from 'drizzle-orm/pg-core'

/** An instant as `timestamptz(6)`: microseconds are kept, zones are not (an instant has none). */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp(6) with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (text) => Temporal.Instant.from(text),
})

/** A wall-clock time `HH:mm`; PostgreSQL's `time` also takes `24:00`, the end of the day. */
export const plainTime = customType<{ data: string; driverData: string }>({
  dataType: () => 'time(0)',
  fromDriver: (text) => text.slice(0, 'HH:mm'.length),
})
