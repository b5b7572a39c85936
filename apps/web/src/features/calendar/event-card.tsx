import { clsx } from 'clsx'
import { CircleCheck, Repeat, TriangleAlert } from 'lucide-react'
import { formatTime, formatTimeRange, formatWhen } from '../../lib/format-time.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'
import { lookOf } from '../events/event-status.ts'
import { SOURCE_NAMES } from '../events/event-source.ts'
import type { BoxKind } from './event-boxes.ts'
import type { Span } from './drag.ts'

/** What the grid shows of an event. */
export type GridEvent = Pick<
  CalendarEvent,
  | 'id'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'allDay'
  | 'timeZone'
  | 'status'
  | 'showsAs'
  | 'location'
  | 'recurrence'
  | 'createdBy'
  | 'source'
>

interface EventCardProps {
  event: GridEvent
  kind: BoxKind
  /** The event's times, or those it would have if it were dropped now. */
  span: Span
  timeZone: string
}

/**
 * What stands in an event's box; the look of the box itself is in schedule-x.css, by status. A screen reader hears the
 * title and one sentence instead of the pieces that are laid out for the eye.
 */
export function EventCard({ event, kind, span, timeZone }: EventCardProps) {
  const isLine = kind === 'month' || kind === 'all-day'
  const source = SOURCE_NAMES[event.source]
  // Where only one of the two fits, the word is worth more than the time.
  const hasTime = !event.allDay && event.status !== 'CONFLICT'
  return (
    <div className={clsx('event-card', isLine && 'event-card-line')}>
      <span className="event-card-head">
        {event.status === 'CONFLICT' && <ConflictMark word={lookOf(event).label} />}
        {event.status === 'CONFIRMED' && <CircleCheck aria-hidden className="event-card-icon" />}
        {isLine && hasTime && (
          <span aria-hidden className="event-card-time">
            {formatTime(span.startsAt, timeZone)}
          </span>
        )}
        <span className="event-card-title">{event.title}</span>
        {source && (
          <span aria-hidden title={source} className="event-card-source">
            {source.charAt(0)}
          </span>
        )}
        {event.recurrence && <Repeat aria-hidden className="event-card-icon event-card-repeat" />}
      </span>
      {!isLine && !event.allDay && (
        <span aria-hidden className="event-card-time">
          <span className="event-card-start">{formatTime(span.startsAt, timeZone)}</span>
          <span className="event-card-range">{formatTimeRange(span.startsAt, span.endsAt, timeZone)}</span>
        </span>
      )}
      {!isLine && event.location && (
        <span aria-hidden className="event-card-place">
          {event.location}
        </span>
      )}
      <span className="sr-only">{announcementOf(event, span, timeZone)}</span>
    </div>
  )
}

function ConflictMark({ word }: { word: string }) {
  return (
    <span aria-hidden className="event-card-conflict">
      <TriangleAlert className="event-card-icon" />
      <span className="event-card-word">{word}</span>
    </span>
  )
}

/** Date, time and status for those who cannot see where the box stands and how it looks. */
function announcementOf(event: GridEvent, span: Span, timeZone: string): string {
  const status = lookOf(event).label
  const free = event.showsAs === 'FREE' ? ', shown as free' : ''
  const repeats = event.recurrence ? ', repeats' : ''
  const name = SOURCE_NAMES[event.source]
  const source = name ? `, from ${name}` : ''
  return `, ${formatWhen({ ...event, ...span }, timeZone)}, ${status}${free}${repeats}${source}`
}
