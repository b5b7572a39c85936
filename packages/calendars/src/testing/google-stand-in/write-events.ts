import { cancel, keep, notifyAttendees, spread } from './copies.ts'
import type { EventBody } from './event-body.ts'
import { applyBody } from './event-fields.ts'
import { badRequest, deleted, GoogleError, notFound, notTheOrganizer, preconditionFailed } from './google-error.ts'
import { findEvent, isOrphan } from './instances.ts'
import type { Actor, Person, StoredCalendar, StoredEvent } from './model.ts'
import { exceptionsOf, type Store } from './store.ts'

const CLIENT_ID = /^[a-v0-9]{5,1024}$/

/** events.insert. An organizer other than the calendar itself is somebody who has no account here. */
export function insertEvent(
  store: Store,
  calendar: StoredCalendar,
  actor: Actor,
  body: EventBody,
  organizer: Person = { email: calendar.id, displayName: store.accounts.get(calendar.id)?.name ?? calendar.summary },
): StoredEvent {
  if (body.id && body.iCalUID) throw badRequest('Only one of id and iCalUID can be specified.')
  if (body.id && !CLIENT_ID.test(body.id)) throw badRequest('Invalid resource id value.')
  const id = body.id ?? store.newId()
  // The id of a deleted event is used up, too.
  if (calendar.events.has(id)) throw new GoogleError(409, 'duplicate', 'The requested identifier already exists.')
  const creator = { email: actor.email, displayName: store.accounts.get(actor.email)?.name }
  const blank: StoredEvent = {
    id,
    iCalUID: body.iCalUID ?? `${id}@google.com`,
    etag: '',
    status: 'confirmed',
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${calendar.id}`).toString('base64url')}`,
    created: new Date(store.now()).toISOString(),
    updated: '',
    creator,
    organizer,
    start: {},
    end: {},
    sequence: -1,
    eventType: 'default',
    change: 0,
  }
  const applied = applyBody(calendar, blank, body, { isPatch: false, writesConferences: actor.writesConferences })
  if (applied.status === 'cancelled') throw badRequest('Invalid value for: status')
  const event = keep(store, calendar, { ...applied, sequence: body.sequence ?? 0 })
  spread(store, calendar, event, null)
  notifyAttendees(store, actor, event, 'invitation')
  return event
}

interface Change {
  id: string
  body: EventBody
  isPatch: boolean
  /** The If-Match header. */
  ifMatch: string | undefined
}

/** events.patch and events.update; of an instance they make an exception. */
export function changeEvent(store: Store, calendar: StoredCalendar, actor: Actor, change: Change): StoredEvent {
  const { body, isPatch } = change
  const before = findEvent(calendar, change.id)
  if (!before) throw notFound()
  // Only what is restored can be changed again; an exception that its series has no place for has nothing to come back to.
  const isRestored = body.status === 'confirmed' || body.status === 'tentative'
  if (before.status === 'cancelled' && (!isRestored || isOrphan(calendar, before))) throw deleted()
  match(before, change.ifMatch)
  if (body.id && body.id !== before.id) throw badRequest('Invalid resource id value.')
  const next = applyBody(calendar, before, body, { isPatch, writesConferences: actor.writesConferences })
  if (!mayWriteAll(calendar, before) && isSharedChanged(before, next, calendar.id)) throw notTheOrganizer()
  if (next.status === 'cancelled') {
    removeEvent(store, calendar, actor, before)
    return findEvent(calendar, change.id) ?? next
  }
  const exceptions = exceptionsOf(calendar, before.id)
  const event = keep(store, calendar, next)
  spread(store, calendar, event, before)
  spreadExceptions(store, calendar, exceptions)
  notifyAttendees(store, actor, event, 'update')
  return event
}

/** events.delete; of an instance it makes a cancelled exception. */
export function deleteEvent(
  store: Store,
  calendar: StoredCalendar,
  actor: Actor,
  target: { id: string; ifMatch: string | undefined },
): void {
  const event = findEvent(calendar, target.id)
  if (!event) throw notFound()
  if (event.status === 'cancelled') throw deleted()
  match(event, target.ifMatch)
  removeEvent(store, calendar, actor, event)
}

function removeEvent(store: Store, calendar: StoredCalendar, actor: Actor, event: StoredEvent): void {
  const exceptions = exceptionsOf(calendar, event.id)
  cancel(store, calendar, event)
  if (event.organizer.email === calendar.id) {
    spread(store, calendar, { ...event, status: 'cancelled' }, event)
    spreadExceptions(store, calendar, exceptions)
    notifyAttendees(store, actor, event, 'cancellation')
    return
  }
  const attendees = event.attendees?.map((attendee) =>
    attendee.email === calendar.id ? { ...attendee, responseStatus: 'declined' } : attendee,
  )
  spread(store, calendar, { ...event, attendees }, event)
}

/** What a series did to its exceptions, for those who are invited to one instance only. */
function spreadExceptions(store: Store, calendar: StoredCalendar, exceptions: readonly StoredEvent[]): void {
  for (const before of exceptions) {
    const after = calendar.events.get(before.id)
    if (after && after !== before) spread(store, calendar, after, before)
  }
}

function match({ etag }: StoredEvent, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag) throw preconditionFailed()
}

function mayWriteAll(calendar: StoredCalendar, { organizer, guestsCanModify }: StoredEvent): boolean {
  return organizer.email === calendar.id || guestsCanModify === true
}

/** Whether more changes than what belongs to the copy of an attendee: the own answer, and what nobody else sees. */
function isSharedChanged(before: StoredEvent, next: StoredEvent, own: string): boolean {
  const shared = (event: StoredEvent) => {
    const others = event.attendees?.map((attendee) => (attendee.email === own ? own : attendee))
    const { summary, description, location, start, end, recurrence, status, extendedProperties } = event
    const { guestsCanModify, guestsCanInviteOthers, guestsCanSeeOtherGuests } = event
    const flags = [guestsCanModify, guestsCanInviteOthers, guestsCanSeeOtherGuests]
    return [summary, description, location, start, end, recurrence, extendedProperties?.shared, flags, others, status]
  }
  const isOwnRemoval = next.status === 'cancelled'
  return (
    JSON.stringify(shared(before)) !== JSON.stringify(shared(isOwnRemoval ? { ...next, status: before.status } : next))
  )
}
