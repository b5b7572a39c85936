import { Link } from '@tanstack/react-router'
import { CalendarCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Temporal } from '@astralis/core/temporal'
import { formatWhen } from '../../lib/format-time.ts'
import { useUser, useUsesOutbox } from '../auth/use-user.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'

const MAIL_LEAVES = ' Everybody in it gets an invitation by mail.'
const MAIL_STAYS = ' Everybody’s invitation is in the outbox: no mail service is set up.'

/** What was just booked, in the place where it was suggested, and the way to it. The focus goes there. */
export function BookedTime({ event }: { event: CalendarEvent }) {
  const { timeZone } = useUser()
  const usesOutbox = useUsesOutbox()
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [event.id])
  const date = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  const isAlone = event.participants.length === 1
  return (
    <section
      aria-label="Booked"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-success/50 bg-success-soft p-4 text-on-success-soft"
    >
      <CalendarCheck aria-hidden className="size-5 shrink-0" />
      <div className="flex min-w-0 flex-1 basis-60 flex-col gap-0.5">
        <h2 className="font-semibold wrap-anywhere">“{event.title}” is booked</h2>
        <p className="text-[0.8125rem]">
          {formatWhen(event, timeZone)}.{!isAlone && (usesOutbox ? MAIL_STAYS : MAIL_LEAVES)}
        </p>
      </div>
      <Link
        ref={link}
        to="/calendar"
        search={{ view: 'week', date }}
        className="inline-flex h-9 items-center rounded-md bg-primary px-4 font-medium text-on-primary shadow-card hover:bg-primary-hover"
      >
        Open in the calendar
      </Link>
    </section>
  )
}
