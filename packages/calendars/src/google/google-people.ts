import type { ParticipantStatus } from '@astralis/core/events/event'
import type { CalendarEvent, CalendarParticipant, CalendarPerson } from '@astralis/core/ical/calendar-event'
import { emailSchema } from '@astralis/core/people/email'
import type { Access, CalendarRef } from '../provider.ts'
import type { GoogleEvent } from './google-event-schema.ts'
import { readLine } from './google-text.ts'

/** Whose calendar is read or written, and by whom. */
export interface CalendarOwner {
  calendar: CalendarRef
  access: Pick<Access, 'accountEmail' | 'memberEmail'>
}

type GooglePerson = NonNullable<GoogleEvent['organizer']>

/** Addresses of calendars that are no person's: of groups, imports, holidays, and Google's own for unknown organizers. */
const NO_PERSON = /[@.]calendar\.google\.com$/i

/** Rooms and equipment, which are invited like people. */
const RESOURCE = /@resource\.calendar\.google\.com$/

/** True for the account's own calendars; false for one that a colleague shares, whose events are the colleague's. */
function isOwn({ calendar, access }: CalendarOwner): boolean {
  const address = calendar.remoteId.toLowerCase()
  const isNobodys = NO_PERSON.test(address) || !address.includes('@')
  return isNobodys || calendar.accessRole === 'owner' || address === access.accountEmail.toLowerCase()
}

/** The person who takes part in all that is in a calendar. */
function ownerEmail(owner: CalendarOwner): string {
  return isOwn(owner) ? owner.access.memberEmail : owner.calendar.remoteId.toLowerCase()
}

export function isOrganizedHere({ organizer }: GoogleEvent, { calendar, access }: CalendarOwner): boolean {
  if (organizer?.email === undefined || organizer.self === true || NO_PERSON.test(organizer.email)) return true
  const email = organizer.email.toLowerCase()
  return email === access.accountEmail.toLowerCase() || email === calendar.remoteId.toLowerCase()
}

/** Whether the account itself is asked to come: an answer for a colleague is the colleague's. */
export function isInvited({ attendees = [] }: GoogleEvent, owner: CalendarOwner): boolean {
  const account = owner.access.accountEmail.toLowerCase()
  return isOwn(owner) && attendees.some(({ self, email }) => self === true || email?.toLowerCase() === account)
}

export function readOrganizer(event: GoogleEvent, owner: CalendarOwner): CalendarPerson {
  const { organizer } = event
  const name = readLine(organizer?.displayName) || null
  if (!organizer || NO_PERSON.test(organizer.email ?? '')) return { email: ownerEmail(owner), name: null }
  return { email: readEmail(organizer, owner) ?? ownerEmail(owner), name }
}

/**
 * Each address once. Rooms stay among the people, for whom the list is written again would drop them; who has no address
 * is left out. The calendar's owner takes part in what is in it, and has accepted what does not name them.
 */
export function readParticipants(event: GoogleEvent, owner: CalendarOwner): CalendarParticipant[] {
  const byEmail = new Map<string, CalendarParticipant>()
  for (const attendee of event.attendees ?? []) {
    const email = readEmail(attendee, owner)
    if (email === null || byEmail.has(email)) continue
    const { responseStatus, optional, displayName } = attendee
    const status = STATUSES.get(responseStatus ?? '') ?? 'pending'
    byEmail.set(email, { email, name: readLine(displayName) || null, status, isOptional: optional === true })
  }
  const email = ownerEmail(owner)
  const self: CalendarParticipant = { email, name: null, status: 'accepted', isOptional: false }
  return byEmail.has(email) ? [...byEmail.values()] : [self, ...byEmail.values()]
}

/** Our own address of the account, wherever Google's stands; null for what is no address. */
function readEmail({ email, self }: GooglePerson, owner: CalendarOwner): string | null {
  const { accountEmail, memberEmail } = owner.access
  if (self === true) return ownerEmail(owner)
  const address = emailSchema.safeParse(email).data ?? null
  return address === accountEmail.toLowerCase() ? memberEmail : address
}

/** Nobody where the only one is the calendar's owner, whom Google does not list either. Each address once. */
export function writeAttendees({ participants }: CalendarEvent, owner: CalendarOwner) {
  const { accountEmail, memberEmail } = owner.access
  const isAlone = participants.every(
    ({ email, status, isOptional }) => email === ownerEmail(owner) && status === 'accepted' && !isOptional,
  )
  if (isAlone) return []
  const others = participants.filter(({ email }) => email !== memberEmail && email !== accountEmail.toLowerCase())
  // The person may have been invited under both addresses, ours and the account's.
  const self =
    participants.find(({ email }) => email === memberEmail) ?? participants.find((one) => !others.includes(one))
  const listed = participants.filter((one) => one === self || others.includes(one))
  return listed.map((one) => ({
    email: one === self ? accountEmail : one.email,
    ...(one.name !== null && { displayName: one.name }),
    responseStatus: writeStatus(one.status),
    optional: one.isOptional,
    ...(RESOURCE.test(one.email) && { resource: true }),
  }))
}

/** The account's own answer to an invitation; `attendeesOmitted` leaves all others as they are. */
export function writeAnswer({ participants }: CalendarEvent, { calendar, access }: CalendarOwner) {
  const status = participants.find(({ email }) => email === access.memberEmail)?.status ?? 'pending'
  // A calendar of a group is invited under its own address.
  const email = calendar.remoteId.includes('@') ? calendar.remoteId : access.accountEmail
  return { attendeesOmitted: true, attendees: [{ email, responseStatus: writeStatus(status) }] }
}

function writeStatus(status: ParticipantStatus): string {
  return status === 'pending' ? 'needsAction' : status
}

const STATUSES: ReadonlyMap<string, ParticipantStatus> = new Map([
  ['needsAction', 'pending'],
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['tentative', 'tentative'],
])
