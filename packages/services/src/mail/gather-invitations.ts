import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { occurrenceEvent, seriesEvents, singleEvent } from '@astralis/core/ical/series-events'
import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import { findEvent, listOccurrences } from '@astralis/db/queries/events'
import { findSeries } from '@astralis/db/queries/series'
import type { Mail } from '@astralis/core/mail/mail'

/** What people are invited to, as it is now. */
export interface Invited {
  /** As one person is to see it: a series' master comes first, then its exceptions. */
  calendarFor: (email: string) => CalendarEvent[]
  isOver: boolean
}

type Subject = Pick<Mail, 'uid' | 'eventId' | 'originalStartsAt'>

/** Null for what is gone, or does not take place. */
export async function findInvited(
  tx: Transaction,
  orgId: string,
  subject: Subject,
  now: Temporal.Instant,
): Promise<Invited | null> {
  const series = await findSeries(tx, orgId, subject.uid)
  const isOver = (endsAt: Temporal.Instant) => Temporal.Instant.compare(endsAt, now) <= 0
  if (series && subject.originalStartsAt === null) {
    if (series.status === 'CANCELLED') return null
    const occurrences = await listOccurrences(tx, orgId, series.id)
    const hasEnded = series.nextStartsAt === null && occurrences.every(({ endsAt }) => isOver(endsAt))
    return { calendarFor: (email) => seriesEvents(series, occurrences, email), isOver: hasEnded }
  }
  const event = await findEvent(tx, orgId, subject.eventId)
  if (!event || event.status === 'CANCELLED' || (event.seriesId ?? event.id) !== subject.uid) return null
  const calendar = [series ? occurrenceEvent(series, event) : singleEvent(event)]
  return { calendarFor: () => calendar, isOver: isOver(event.endsAt) }
}
