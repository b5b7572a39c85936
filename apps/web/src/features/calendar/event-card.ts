import { formatTime, formatTimeRange, formatWhen } from '../../lib/format-time.ts'
import { lookOf } from '../events/event-status.ts'
import { SOURCE_NAMES } from '../events/event-source.ts'
import { cardIcon } from './card-icon.ts'
import type { Span } from './drag.ts'
import type { BoxKind } from './event-box.ts'
import type { GridEvent } from './grid-event.ts'

export interface CardContent {
  event: GridEvent
  kind: BoxKind
  /** The event's times, or those it would have if it were dropped now. */
  span: Span
  timeZone: string
}

/**
 * What stands in an event's box; the look of the box itself is in schedule-x.css, by status. A screen reader hears the
 * title and one sentence instead of the pieces that are laid out for the eye. Plain elements, because React takes longer
 * for two thousand of them than the browser for the whole view.
 */
export function eventCard({ event, kind, span, timeZone }: CardContent): HTMLElement {
  const isLine = kind === 'month' || kind === 'all-day'
  const head = element('span', 'event-card-head')
  if (event.status === 'CONFLICT') head.append(conflictMark(lookOf(event).label))
  if (event.status === 'CONFIRMED') head.append(cardIcon('check'))
  // Where only one of the two fits, the word is worth more than the time.
  if (isLine && !event.allDay && event.status !== 'CONFLICT') head.append(startTime(span, timeZone))
  head.append(element('span', 'event-card-title', event.title))
  const source = SOURCE_NAMES[event.source]
  if (source) head.append(sourceMark(source))
  if (event.recurrence) head.append(cardIcon('repeat'))

  const card = element('div', isLine ? 'event-card event-card-line' : 'event-card')
  card.append(head)
  if (!isLine && !event.allDay) card.append(times(span, timeZone))
  if (!isLine && event.location) card.append(hidden('event-card-place', event.location))
  card.append(element('span', 'sr-only', announcementOf(event, span, timeZone)))
  return card
}

function element(tag: 'span' | 'div', className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (text) made.textContent = text
  return made
}

/** What the announcement already says. */
function hidden(className: string, text = ''): HTMLElement {
  const made = element('span', className, text)
  made.setAttribute('aria-hidden', 'true')
  return made
}

function conflictMark(word: string): HTMLElement {
  const mark = hidden('event-card-conflict')
  mark.append(cardIcon('alert'), element('span', 'event-card-word', word))
  return mark
}

function sourceMark(source: string): HTMLElement {
  const mark = hidden('event-card-source', source.charAt(0))
  mark.title = source
  return mark
}

function startTime({ startsAt }: Span, timeZone: string): HTMLElement {
  return hidden('event-card-time', formatTime(startsAt, timeZone))
}

/** The start where there is little room, and the range: schedule-x.css shows one of them. */
function times({ startsAt, endsAt }: Span, timeZone: string): HTMLElement {
  const both = hidden('event-card-time')
  both.append(
    element('span', 'event-card-start', formatTime(startsAt, timeZone)),
    element('span', 'event-card-range', formatTimeRange(startsAt, endsAt, timeZone)),
  )
  return both
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
