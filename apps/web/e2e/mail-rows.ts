import { createHash } from 'node:crypto'
import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { renderMail } from '@astralis/core/mail/render-mail'
import { Temporal } from '@astralis/core/temporal'
import type { Page } from 'playwright-core'
import { query, type World } from './world.ts'

/*
 * These tests have no worker: what it would have made of the rows of mails, they write themselves.
 */

const SECRET_LENGTH = 43

export interface SentInvitation {
  id: string
  /** The path that the link in the mail leads to. */
  path: string
}

interface Booked {
  id: string
  title: string
  startsAt: string
  endsAt: string
  location: string | null
  recurrence: string | null
}

/** Has the invitation of a guest to an event stand in the outbox, as the worker would have put it there. */
export async function sendInvitation(
  world: World,
  page: Page,
  event: Booked,
  guest: { email: string; timeZone?: string },
): Promise<SentInvitation> {
  const { user } = await query<{ user: { name: string; email: string; organization: { id: string } } }>(page, 'auth.me')
  const { mails } = await query<{ mails: { id: string; recipientEmail: string }[] }>(page, 'mails.list', {
    eventId: event.id,
  })
  const id = mails.find(({ recipientEmail }) => recipientEmail === guest.email)?.id
  if (!id) throw new Error(`No mail to ${guest.email} about “${event.title}” was planned.`)
  const secret = createHash('sha256').update(id).digest('base64url').slice(0, SECRET_LENGTH)
  const token = `${user.organization.id}.${secret}`
  const path = `/invitations/${token}`
  const message = renderMail({
    kind: 'invitation',
    recipient: { email: guest.email, name: null, timeZone: guest.timeZone ?? 'Europe/Berlin' },
    sender: { email: 'scheduling@lighthouse.example', name: 'AstralisOps' },
    writtenAt: Temporal.Now.instant(),
    event: calendarEvent(event, { email: user.email, name: user.name }, guest.email),
    exceptions: [],
    previous: null,
    answerUrl: `${world.server.url}${path}`,
  })
  await setMail(world, id, {
    status: 'SENT',
    sent_at: Temporal.Now.instant().toString(),
    channel: 'outbox',
    message: JSON.stringify(message),
    token_hash: createHash('sha256').update(token).digest('hex'),
  })
  return { id, path }
}

/** Writes columns of a mail as the worker would. */
export async function setMail(world: World, id: string, columns: Record<string, string>): Promise<void> {
  const changes = Object.entries(columns).map(([column, value]) => `${column} = '${value.replaceAll("'", "''")}'`)
  await world.server.execute(`update mails set ${changes.join(', ')} where id = '${id}'`)
}

function calendarEvent(
  { id, title, startsAt, endsAt, location, recurrence }: Booked,
  organizer: { email: string; name: string },
  guest: string,
): CalendarEvent {
  const wall = (instant: string) =>
    Temporal.Instant.from(instant)
      .toZonedDateTimeISO('Europe/Berlin')
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' })
  return {
    uid: id,
    sequence: 0,
    title,
    description: null,
    location,
    meetingLink: null,
    allDay: false,
    startsAt: wall(startsAt),
    endsAt: wall(endsAt),
    timeZone: 'Europe/Berlin',
    recurrence,
    originalStartsAt: null,
    originalTimeZone: null,
    status: 'CONFIRMED',
    showsAs: 'BUSY',
    organizer,
    participants: [
      { ...organizer, status: 'accepted', isOptional: false },
      { email: guest, name: null, status: 'pending', isOptional: false },
    ],
  }
}
