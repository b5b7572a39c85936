import { randomUUID } from 'node:crypto'
import { Temporal } from '@astralis/core/temporal'
import { connections } from '@astralis/db/schema/connections'
import { identities } from '@astralis/db/schema/identities'
import { mails } from '@astralis/db/schema/mails'
import { memberInvitations } from '@astralis/db/schema/member-invitations'
import { calendars, links, syncEntries } from '@astralis/db/schema/sync'
import { hashToken, newOrgToken } from '@astralis/services/auth/org-token'
import { type Call, enter } from './call.ts'
import { type Member, newSecret, type Organization, secretOf } from './members.ts'

/** An organization, and the server by which its members make what is theirs. */
export interface World extends Organization {
  call: Call
}

export interface BookedEvent {
  id: string
  seriesId: string | null
  startsAt: string
  endsAt: string
}

/** The fields of a new event in an hour that is free for everybody. */
export function meetingOf(world: World, { secret }: Member) {
  const startsAt = world.nextHour()
  return {
    title: secret,
    description: secret,
    location: secret,
    startsAt: startsAt.toString(),
    endsAt: startsAt.add({ hours: 1 }).toString(),
    participants: [{ email: `guest@${world.mark}.example` }],
  }
}

/** An event that a member has booked. */
export async function bookEvent(world: World, member: Member, fields: object = {}): Promise<BookedEvent> {
  const input = { ...meetingOf(world, member), ...fields }
  const { event } = await callAs<{ event: BookedEvent }>(world, member, 'events.create', input)
  return event
}

/** Two Mondays in a row. */
export async function bookSeries(world: World, member: Member): Promise<BookedEvent> {
  const event = await bookEvent(world, member, { recurrence: 'RRULE:FREQ=WEEKLY;COUNT=2', timeZone: 'UTC' })
  world.nextHour()
  return event
}

/** A mutation that has to succeed. */
export async function callAs<Result>(
  world: World,
  member: Member,
  name: 'events.create' | 'events.update' | 'availability.setOverride',
  input: object,
): Promise<Result> {
  const credentials = await enter(world.owner, { member, by: 'browser' })
  const { status, text } = await world.call({ name, type: 'mutation' }, input, credentials)
  if (status !== 200) throw new Error(`${name} answered ${text}`)
  const answer: { result: { data: Result } } = JSON.parse(text)
  return answer.result.data
}

/** A mail to somebody about an event, with their secret: in the outbox with a link, or one that failed. */
export async function addMail(world: World, email: string, eventId: string, { failed = false, minutes = 0 } = {}) {
  const token = newOrgToken(world.id, newSecret)
  const id = randomUUID()
  const now = Temporal.Now.instant()
  const person = { email, name: null }
  const subject = secretOf(world.mark, email.slice(0, email.indexOf('@')))
  const outcome = failed
    ? { status: 'FAILED' as const, error: 'It did not arrive.' }
    : {
        status: 'SENT' as const,
        sentAt: now.add({ minutes }),
        channel: 'outbox' as const,
        message: {
          from: { email, name: world.mark },
          to: person,
          replyTo: null,
          subject,
          html: subject,
          text: subject,
          calendar: null,
        },
      }
  await world.owner.insert(mails).values({
    orgId: world.id,
    id,
    kind: 'invitation',
    recipientEmail: email,
    eventId,
    uid: eventId,
    eventVersion: 1,
    dueAt: now,
    tokenHash: hashToken(token),
    createdAt: now,
    ...outcome,
  })
  return { id, token }
}

/** An open invitation to join. */
export async function addJoinInvitation(world: World) {
  const token = newOrgToken(world.id, newSecret)
  const id = randomUUID()
  const email = `${id}@${world.mark}.example`
  const createdAt = Temporal.Now.instant()
  await world.owner.insert(memberInvitations).values({
    orgId: world.id,
    id,
    email,
    role: 'CLIENT',
    invitedBy: world.members.ADMIN.id,
    tokenHash: hashToken(token),
    expiresAt: createdAt.add({ hours: 24 }),
    createdAt,
  })
  return { id, token, email }
}

/** A linked account with a calendar, and two lines in its log, the later one second. */
export async function addConnection({ owner, id: orgId }: World, { id: userId, secret }: Member, eventId: string) {
  const id = randomUUID()
  const calendarId = randomUUID()
  const now = Temporal.Now.instant()
  const accountEmail = `${secret}@account.example`
  const account = { provider: 'GOOGLE', accountId: randomUUID(), accountEmail, status: 'ACTIVE' } as const
  await owner.insert(connections).values({ orgId, id, userId, ...account, scopes: [], createdAt: now, updatedAt: now })
  const calendar = { remoteId: 'primary', name: secret, timeZone: 'UTC', accessRole: 'owner' } as const
  await owner
    .insert(calendars)
    .values({ orgId, id: calendarId, connectionId: id, ...calendar, isPrimary: true, isSelected: true })
  const remote = { remoteId: 'item', webLink: `https://calendar.example/${secret}`, writeAccess: 'all' } as const
  await owner.insert(links).values({ orgId, id: randomUUID(), calendarId, ownId: eventId, owner: 'here', ...remote })
  const entryIds = [randomUUID(), randomUUID()] as const
  await owner.insert(syncEntries).values(
    entryIds.map((entryId, nth) => ({
      orgId,
      id: entryId,
      at: now.add({ seconds: nth }),
      connectionId: id,
      calendarId,
      direction: 'pull' as const,
      outcome: 'import',
      title: secret,
      needsAttention: false,
    })),
  )
  return { id, calendarId, lastEntryId: entryIds[1] }
}

/** The account elsewhere with which a member signs in; the same one however often it is asked for. */
export async function addIdentity({ owner, id: orgId }: World, { id: userId, secret }: Member): Promise<void> {
  const account = { provider: 'GOOGLE', accountId: userId, accountEmail: `${secret}@account.example` } as const
  await owner
    .insert(identities)
    .values({ orgId, userId, ...account, createdAt: Temporal.Now.instant() })
    .onConflictDoNothing()
}
