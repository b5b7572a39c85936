import type { CalendarPerson } from '../ical/calendar-event.ts'
import type { Role } from '../people/role.ts'
import type { Temporal } from '../temporal.ts'
import { bodyLine, headerLine, shorten } from './clean-words.ts'
import type { Fact, Line, MailBody } from './mail-body.ts'
import { headerPeople } from './mail-people.ts'
import type { MailMessage } from './message.ts'
import { renderHtml } from './render-html.ts'
import { renderPlain } from './render-plain.ts'
import { tellTimes } from './tell-time.ts'

/** An invitation to join an organization (H1). */
export interface MembershipContent {
  /** Nobody is known by name yet who is invited. */
  recipientEmail: string
  /** The address that mail leaves from, and the name of whoever runs the product. */
  sender: { email: string; name: string }
  /** Whoever invited; an answer by hand reaches them. */
  inviter: CalendarPerson & { name: string }
  organizationName: string
  role: Role
  expiresAt: Temporal.Instant
  /** In which the end is told. */
  timeZone: string
  joinUrl: string
}

/** What a member of each role can do, in words. */
const ROLE_WORDS: Record<Role, string> = {
  ADMIN: 'Admin: you manage members and settings, and book for everybody',
  OPERATOR: 'Operator: you book and change meetings for everybody',
  CLIENT: 'Client: you book your own meetings, and see when others are busy',
}

/** An invitation to join as it leaves. Throws RangeError for a sender or recipient without a usable address. */
export function renderMembership(content: MembershipContent): MailMessage {
  const { sender, recipientEmail, inviter } = content
  const recipient = { email: recipientEmail, name: null }
  const body = describeMembership(content)
  return {
    ...headerPeople({ kind: 'membership', sender, recipient, event: { organizer: inviter } }),
    subject: body.subject,
    html: renderHtml(body),
    text: renderPlain(body),
    calendar: null,
  }
}

function describeMembership(content: MembershipContent): MailBody {
  const { sender, inviter, organizationName, role, joinUrl, recipientEmail } = content
  const organization = { user: bodyLine(organizationName) }
  const intro: Line = [
    { user: bodyLine(inviter.name) },
    ' (',
    { user: bodyLine(inviter.email) },
    ') invites you to plan and book meetings together.',
  ]
  return {
    kind: 'membership',
    sender: bodyLine(sender.name),
    subject: subjectOf(content),
    preview: intro,
    blocks: [
      { type: 'heading', label: 'Invitation to join', title: [organization], intro },
      {
        type: 'facts',
        facts: [
          fact('Your role', [ROLE_WORDS[role]]),
          fact('Your account', [{ user: bodyLine(recipientEmail) }]),
          fact('Valid until', [tellEnd(content)]),
        ],
      },
      {
        type: 'buttons',
        question: 'Do you want to join?',
        buttons: [{ label: 'Join', href: joinUrl, isMain: true }],
        note: 'The link is for you alone: whoever has it can join in your place. Keep it to yourself.',
      },
    ],
    footer: [
      ['Sent by ', { user: bodyLine(sender.name) }, ' on behalf of ', { user: bodyLine(inviter.name) }, '.'],
      ['If you do not know them, do nothing: there is no account as long as nobody joins.'],
    ],
  }
}

function fact(label: string, line: Line): Fact {
  return { label, lines: [line], notes: [], change: null }
}

const MAX_NAME_LENGTH = 80

function subjectOf({ inviter, organizationName }: MembershipContent): string {
  const [who, where] = [inviter.name, organizationName].map((name) => shorten(headerLine(name), MAX_NAME_LENGTH))
  return `${who || inviter.email} invites you to join ${where || 'their organization'}`
}

function tellEnd({ expiresAt, timeZone }: MembershipContent): string {
  const local = expiresAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' })
  return tellTimes({ allDay: false, startsAt: local, endsAt: local, timeZone }, timeZone).told
}
