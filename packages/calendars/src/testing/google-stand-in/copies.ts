import { epochOfTime } from './event-time.ts'
import { findEvent, hasStart } from './instances.ts'
import type { Actor, Mail, StoredCalendar, StoredEvent } from './model.ts'
import { exceptionsOf, putEvent, type Store } from './store.ts'

/** What a change of the series also changes in those of its exceptions that have not set it themselves. */
const INHERITED = ['summary', 'description', 'location', 'colorId', 'transparency', 'visibility', 'attendees'] as const

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Keeps a version of an event; exceptions that have no place in the changed series any more are gone with it. */
export function keep(store: Store, calendar: StoredCalendar, next: StoredEvent): StoredEvent {
  const before = calendar.events.get(next.id)
  const kept = putEvent(store, calendar, next)
  if (!before?.recurrence) return kept
  const isReplanned = !isEqual([before.start, before.recurrence], [next.start, next.recurrence])
  for (const exception of exceptionsOf(calendar, next.id)) {
    const { originalStartTime } = exception
    if (isReplanned && !(next.recurrence && originalStartTime && hasStart(next, epochOfTime(originalStartTime)))) {
      if (exception.status !== 'cancelled') putEvent(store, calendar, { ...exception, status: 'cancelled' })
      calendar.exceptions.get(next.id)?.delete(exception.id)
    } else if (exception.status !== 'cancelled') {
      const fields = INHERITED.filter(
        (field) => isEqual(exception[field], before[field]) && !isEqual(before[field], next[field]),
      )
      const inherited = Object.fromEntries(fields.map((field) => [field, next[field]]))
      if (fields.length > 0) putEvent(store, calendar, { ...exception, ...inherited })
    }
  }
  return kept
}

/** Deletes a copy: a series goes with its exceptions, an instance stays as a cancelled exception. */
export function cancel(store: Store, calendar: StoredCalendar, event: StoredEvent): void {
  putEvent(store, calendar, { ...event, status: 'cancelled' })
  if (!event.recurrence) return
  for (const exception of exceptionsOf(calendar, event.id))
    if (exception.status !== 'cancelled') putEvent(store, calendar, { ...exception, status: 'cancelled' })
  calendar.exceptions.delete(event.id)
}

/** Brings the copies in the calendars of the others in line with one. `before` is null for a new event. */
export function spread(store: Store, from: StoredCalendar, event: StoredEvent, before: StoredEvent | null): void {
  const now = event.status === 'cancelled' ? new Set<string>() : holdersOf(event)
  for (const id of new Set([...now, ...(before ? holdersOf(before) : [])])) {
    const calendar = store.calendars.get(id)
    if (!calendar || id === from.id) continue
    const own = findEvent(calendar, event.id)
    if (!now.has(id)) {
      if (own && own.status !== 'cancelled') cancel(store, calendar, own)
      continue
    }
    const answer = event.attendees?.find(({ email }) => email === id)?.responseStatus
    // Who deleted the invitation does not want it back.
    if (own?.status === 'cancelled' && answer === 'declined') continue
    const next = copyFor(calendar, event, own)
    if (!own || !isEqual(own, next)) keep(store, calendar, next)
  }
}

function holdersOf({ attendees = [], organizer }: StoredEvent): Set<string> {
  return new Set([...attendees.map(({ email }) => email), organizer.email])
}

/** What belongs to one copy alone stays as it is there. */
function copyFor(calendar: StoredCalendar, event: StoredEvent, own: StoredEvent | null): StoredEvent {
  const shared = event.extendedProperties?.shared
  const mine = own?.extendedProperties?.private
  return {
    ...event,
    htmlLink: own?.htmlLink ?? event.htmlLink,
    etag: own?.etag ?? '',
    updated: own?.updated ?? '',
    change: own?.change ?? 0,
    colorId: own?.colorId,
    reminders: own?.reminders,
    transparency: own ? own.transparency : event.transparency,
    visibility: own ? own.visibility : event.visibility,
    extendedProperties: shared || mine ? { private: mine, shared } : undefined,
  }
}

/** Counts the mails that Google would send. */
export function notifyAttendees(store: Store, actor: Actor, event: StoredEvent, kind: Mail['kind']): void {
  if (actor.sendUpdates === 'none') return
  for (const { email } of event.attendees ?? []) {
    if (email === actor.email || (actor.sendUpdates === 'externalOnly' && store.accounts.has(email))) continue
    store.mails.push({ to: email, eventId: event.id, kind })
  }
}
