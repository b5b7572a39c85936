import { type CreateEventInput, createEventInput } from '@astralis/core/events/event-input'
import { Temporal } from '@astralis/core/temporal'

/** The same for as long as the process lives. */
const BEGIN = Temporal.Now.instant().round({ smallestUnit: 'hour', roundingMode: 'ceil' }).add({ hours: 24 })

/** Each number has an hour of its own, from tomorrow on, and half an hour in it, which may begin some minutes later. */
export function timeOf(index: number, minutes = 0): { startsAt: string; endsAt: string } {
  const startsAt = BEGIN.add({ hours: index, minutes })
  return { startsAt: startsAt.toString(), endsAt: startsAt.add({ minutes: 30 }).toString() }
}

/** An event as somebody makes it in Google's own pages. */
export function eventThere(index: number, more: object = {}) {
  const { startsAt, endsAt } = timeOf(index)
  return {
    summary: `Event ${index}`,
    start: { dateTime: startsAt, timeZone: 'Europe/Berlin' },
    end: { dateTime: endsAt, timeZone: 'Europe/Berlin' },
    ...more,
  }
}

/** An event as somebody makes it here. */
export function eventHere(index: number, more: object = {}): CreateEventInput {
  return createEventInput.parse({ title: `Event ${index}`, ...timeOf(index), participants: [], ...more })
}
