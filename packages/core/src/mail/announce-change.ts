import type { CalendarEvent } from '../ical/calendar-event.ts'
import { Temporal } from '../temporal.ts'
import type { Announced } from './announced.ts'

/** Somebody is to be told: by an invitation of what is then, or that they are not expected. */
export interface Announcement {
  kind: 'invitation' | 'cancellation' | 'removal'
  recipientEmail: string
  uid: string
  eventId: string
  eventVersion: number
  originalStartsAt: Temporal.Instant | null
  /** What is cancelled; null for an invitation, which is about what is true when it is written. */
  content: CalendarEvent[] | null
  /** True for the organizer's own doing, of which they are told only if a reminder is on its way to them. */
  isOwn: boolean
}

/** One thing before and after; null where it was, or is, not there. */
export interface AnnouncedChange {
  before: Announced | null
  after: Announced | null
}

interface Circumstances {
  /** Who makes the change. */
  actorEmail: string | null
  now: Temporal.Instant
}

/**
 * Whom a change concerns (RFC 5546, 3.2.2 and 3.2.5): who joins is invited, who leaves is told so, who stays is told of
 * what they would see. Of what is over nobody hears any more, and organizers know what they did themselves.
 */
export function announceChange({ before, after }: AnnouncedChange, { actorEmail, now }: Circumstances): Announcement[] {
  if ([before, after].every((side) => side === null || isOver(side, now))) return []
  const was = before?.isOn ? before : null
  const is = after?.isOn ? after : null
  const isOwn = (person: { email: string; isOrganizer: boolean }) => person.isOrganizer && person.email === actorEmail
  if (is) {
    const invited = is.participants.filter((person) => !isOwn(person) && isNews(was, is, person.email))
    const left = was?.participants.filter(({ email }) => !takesPart(is, email)) ?? []
    return [
      ...invited.map((person) => announcement(is, 'invitation', person.email, null, false)),
      ...left.map((person) => announcement(is, 'removal', person.email, is.calendar, false)),
    ]
  }
  if (!was) return []
  const content = cancelled(was, after)
  return was.participants.map((person) => announcement(was, 'cancellation', person.email, content, isOwn(person)))
}

function isOver({ endsAt }: Announced, now: Temporal.Instant): boolean {
  return endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0
}

function isNews(was: Announced | null, is: Announced, email: string): boolean {
  return !was || was.visible !== is.visible || !takesPart(was, email)
}

function takesPart({ participants }: Announced, email: string): boolean {
  return participants.some((person) => person.email === email)
}

/** What was, as called off; where it is gone altogether, with a sequence of its own (RFC 5546, 3.2.5). */
function cancelled(was: Announced, after: Announced | null): CalendarEvent[] {
  const rise = after ? 0 : 1
  return (after ?? was).calendar.map((event) => ({ ...event, status: 'CANCELLED', sequence: event.sequence + rise }))
}

function announcement(
  { uid, eventId, eventVersion, originalStartsAt }: Announced,
  kind: Announcement['kind'],
  recipientEmail: string,
  content: CalendarEvent[] | null,
  isOwn: boolean,
): Announcement {
  return { kind, recipientEmail, uid, eventId, eventVersion, originalStartsAt, content, isOwn }
}
