import type { GridEvent } from './grid-event.ts'
import { DRAFT_ID } from './grid-pieces.ts'

/** Why an event can not be taken hold of, for whoever tries; null where there is nothing to say. */
export function whyFixed({ id, mayChange, source }: GridEvent): string | null {
  if (mayChange || id === DRAFT_ID) return null
  if (source === 'internal') return 'Only its organizer or an operator can change this event'
  return 'It comes from a calendar in which you can not change it'
}
