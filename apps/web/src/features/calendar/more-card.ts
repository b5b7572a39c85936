import { Temporal } from '@astralis/core/temporal'
import { formatDate } from '../../lib/format-time.ts'
import { cardIcon } from './card-icon.ts'
import { GridTime } from './grid-time.ts'
import type { GridPiece } from './grid-pieces.ts'
import type { MoreEvents } from './month-rows.ts'

const MORE = 'more__'

/** The line of a day of the month for what does not fit: the last of its day, whatever else there is. */
export function morePiece(date: string, timeZone: string): GridPiece {
  const lastMinute = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: '23:59' })
  const start = GridTime.of(lastMinute)
  return { id: MORE + date, eventId: MORE + date, start, end: start, isLast: false }
}

/** The date of such a line; null for the piece of an event. */
export function moreDate(pieceId: string): string | null {
  return pieceId.startsWith(MORE) ? pieceId.slice(MORE.length) : null
}

/** `+7 more`, and a warning where conflicts are among them. */
export function moreCard(date: string, { count, conflicts }: MoreEvents): HTMLElement {
  const card = document.createElement('div')
  card.className = 'event-card event-card-line'
  const head = span('event-card-head')
  head.setAttribute('aria-hidden', 'true')
  if (conflicts > 0) {
    const mark = span('event-card-conflict')
    mark.append(cardIcon('alert'), span('event-card-word', countText(conflicts, 'conflict')))
    head.append(mark)
  }
  head.append(span('event-card-title', `+${count} more`))
  const among = conflicts > 0 ? `, ${countText(conflicts, 'conflict')} among them` : ''
  const day = formatDate(Temporal.PlainDate.from(date), 'full')
  card.append(head, span('sr-only', `${countText(count, 'more event')} on ${day}${among}`))
  return card
}

function span(className: string, text = ''): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
