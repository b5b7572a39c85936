import { describeMail } from './describe-mail.ts'
import { mailCalendar } from './mail-calendar.ts'
import type { MailContent } from './mail-content.ts'
import { headerPeople } from './mail-people.ts'
import type { MailMessage } from './message.ts'
import { renderHtml } from './render-html.ts'
import { renderPlain } from './render-plain.ts'

/**
 * A mail as it leaves: header values, the same words as HTML and as plain text, and what a calendar is to do. Throws
 * RangeError for a sender or recipient without a usable address and for an unknown time zone, and RecurrenceError or
 * RangeError for a recurrence that is none.
 */
export function renderMail(content: MailContent): MailMessage {
  const body = describeMail(content)
  return {
    ...headerPeople(content),
    subject: body.subject,
    html: renderHtml(body),
    text: renderPlain(body),
    calendar: mailCalendar(content),
  }
}
