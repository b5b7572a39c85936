import type { Temporal } from '@astralis/core/temporal'
import { ChevronDown, Globe } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { formatOffset, zoneName } from '../../lib/format-time.ts'
import { Popover } from '../../ui/popover.tsx'

const ZoneMenu = lazy(() => import('./zone-menu.tsx'))

interface ZoneLabelProps {
  /** In which the calendar is shown. */
  timeZone: string
  ownZone: string
  date: Temporal.PlainDate
}

/** Names the zone of all times, with its offset on the day that is shown, and lets it be changed. */
export function ZoneLabel({ timeZone, ownZone, date }: ZoneLabelProps) {
  const offset = formatOffset(timeZone, date.toZonedDateTime({ timeZone, plainTime: '12:00' }).toInstant())
  return (
    <Popover
      label="Time zones"
      align="end"
      trigger={
        <button
          type="button"
          className="order-first flex min-h-7 min-w-0 items-center gap-1.5 rounded-md px-1 text-xs text-muted hover:bg-hover hover:text-ink max-lg:flex-1 lg:text-[0.8125rem] lg:whitespace-nowrap"
        >
          <Globe aria-hidden className="size-3.5 shrink-0" />
          <span className="sr-only">Times are in </span>
          <span className={timeZone === ownZone ? 'truncate' : 'truncate font-semibold text-ink'}>
            {zoneName(timeZone)} ({offset})
          </span>
          {timeZone !== ownZone && <span className="sr-only">, not your own zone</span>}
          <ChevronDown aria-hidden className="size-3.5 shrink-0" />
        </button>
      }
    >
      <Suspense fallback={<div className="h-52 w-72 max-w-full" />}>
        <ZoneMenu ownZone={ownZone} />
      </Suspense>
    </Popover>
  )
}
