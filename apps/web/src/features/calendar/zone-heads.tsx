import type { Temporal } from '@astralis/core/temporal'
import { formatOffset, zoneName } from '../../lib/format-time.ts'

interface ZoneHeadsProps {
  /** In the order of their columns. */
  zones: readonly string[]
  date: Temporal.PlainDate
}

/** Names the columns of hours: by offset, which fits, and in full for those who point at it or listen. */
export function ZoneHeads({ zones, date }: ZoneHeadsProps) {
  return (
    <div className="zone-heads">
      {zones.map((timeZone) => (
        <abbr key={timeZone} title={zoneName(timeZone)}>
          {formatOffset(timeZone, date.toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant())}
        </abbr>
      ))}
    </div>
  )
}
