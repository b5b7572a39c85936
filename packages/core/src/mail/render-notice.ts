import type { CalendarPerson } from '../ical/calendar-event.ts'
import { type ConnectionProblem, describeProblem } from '../sync/connection-problem.ts'
import type { BrokenStatus } from '../sync/connection-status.ts'
import type { ProviderName } from '../sync/provider-name.ts'
import { bodyLine } from './clean-words.ts'
import type { MailBody } from './mail-body.ts'
import { headerPeople } from './mail-people.ts'
import type { MailMessage } from './message.ts'
import { renderHtml } from './render-html.ts'
import { renderPlain } from './render-plain.ts'

/** A linked account that only its person can make work again (A6). */
export interface NoticeContent {
  recipient: CalendarPerson
  /** The address that mail leaves from, and the name of whoever runs the product. */
  sender: { email: string; name: string }
  provider: ProviderName
  /** As the service calls the account. */
  accountEmail: string
  status: BrokenStatus
  /** The page where accounts are linked. */
  connectionsUrl: string
}

const CALENDARS: Record<ProviderName, string> = {
  GOOGLE: 'Google Calendar',
  MICROSOFT: 'Outlook calendar',
  APPLE: 'linked calendar',
}

const PROBLEMS: Record<BrokenStatus, ConnectionProblem> = {
  NEEDS_REAUTH: 'CONSENT_WITHDRAWN',
  SCOPES_MISSING: 'SCOPES_MISSING',
}

/** A notice as it leaves. Throws RangeError for a sender or recipient without a usable address. */
export function renderNotice(content: NoticeContent): MailMessage {
  const { sender, recipient } = content
  const body = describeNotice(content)
  return {
    ...headerPeople({ kind: 'notice', sender, recipient, event: { organizer: null } }),
    subject: body.subject,
    html: renderHtml(body),
    text: renderPlain(body),
    calendar: null,
  }
}

function describeNotice({ sender, provider, accountEmail, status, connectionsUrl }: NoticeContent): MailBody {
  const { what, remedy } = describeProblem(PROBLEMS[status])
  const subject = `Your ${CALENDARS[provider]} needs to be connected again`
  const account = [{ user: bodyLine(accountEmail) }]
  return {
    kind: 'notice',
    sender: bodyLine(sender.name),
    subject,
    preview: [what],
    blocks: [
      { type: 'heading', label: 'Syncing has stopped', title: [subject], intro: [what] },
      { type: 'facts', facts: [{ label: 'Account', lines: [account], notes: [], change: null }] },
      {
        type: 'buttons',
        question: remedy,
        buttons: [{ label: 'Connect again', href: connectionsUrl, isMain: true }],
        note: 'Nothing that waits to be sent is lost: it is kept until then.',
      },
    ],
    footer: [['Sent by ', { user: bodyLine(sender.name) }, ' because you linked this account.']],
  }
}
