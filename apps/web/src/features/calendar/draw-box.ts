import { eventCard, type CardContent } from './event-card.ts'
import type { GridEvent } from './grid-event.ts'

/** What an element shows now, so that a view that is laid out anew does not draw it again. */
const shown = new WeakMap<HTMLElement, { content: CardContent; card: HTMLElement }>()
/** The card of an event at its own times as it was last drawn among the hours: views come and go, it moves with them. */
const kept = new WeakMap<GridEvent, { card: HTMLElement; timeZone: string }>()

/** Draws the card of an event into the box that Schedule-X has laid out for it. */
export function drawBox(box: HTMLElement, content: CardContent): void {
  const last = shown.get(box)
  // The month lends the box of an event to the line for more events, and takes it back.
  if (last?.card.parentElement === box && isSame(last.content, content)) return
  const card = cardOf(content)
  shown.set(box, { content, card })
  const before = box.querySelector(':scope > .event-card')
  if (before) before.replaceWith(card)
  else box.append(card)
}

function isSame(before: CardContent, after: CardContent): boolean {
  return (
    before.event === after.event &&
    before.kind === after.kind &&
    before.timeZone === after.timeZone &&
    before.span.startsAt === after.span.startsAt &&
    before.span.endsAt === after.span.endsAt
  )
}

function cardOf(content: CardContent): HTMLElement {
  const { event, kind, span, timeZone } = content
  const isOwnTime = span.startsAt === event.startsAt && span.endsAt === event.endsAt
  if (kind !== 'hours' || !isOwnTime) return eventCard(content)
  const known = kept.get(event)
  if (known?.timeZone === timeZone && !known.card.isConnected) return known.card
  const card = eventCard(content)
  kept.set(event, { card, timeZone })
  return card
}
