import { Temporal } from '@astralis/core/temporal'
import { customType } from 'drizzle-orm/pg-core'

/** An instant as `timestamptz(6)`: microseconds are kept, zones are not (an instant has none). */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp(6) with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (text) => Temporal.Instant.from(text),
})
