import type { CalendarPerson } from '../ical/calendar-event.ts'
import { headerName } from './clean-words.ts'
import type { MailContent, MailKind } from './mail-content.ts'
import type { MailMessage } from './message.ts'

/** Without what would end an address or begin another (RFC 5322, 3.4); addresses with quoted parts are refused too. */
const ADDRESS = /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@]+$/u
const MAX_ADDRESS_LENGTH = 254

/** True for one address that can stand in a header as it is. */
export function isAddress(email: string): boolean {
  return email.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(email)
}

interface Envelope extends Pick<MailContent, 'sender'> {
  kind: MailKind
  recipient: CalendarPerson
  event: Pick<MailContent['event'], 'organizer'>
}

/** Who a mail is from, to and answered to. Throws RangeError for a sender or a recipient without a usable address. */
export function headerPeople(content: Envelope): Pick<MailMessage, 'from' | 'to' | 'replyTo'> {
  const { kind, sender, recipient, event } = content
  const product = headerName(sender.name)
  const onBehalfOf = kind === 'reminder' ? '' : nameForHeader(event.organizer)
  return {
    from: { email: checked(sender.email), name: [onBehalfOf, product].filter((name) => name !== '').join(' via ') },
    to: { email: checked(recipient.email), name: headerName(recipient.name ?? '') || null },
    replyTo: replyTo(content),
  }
}

/** A reminder is nobody's message, but who answers it means the organizer all the same. */
function replyTo({ event: { organizer }, recipient }: Envelope): CalendarPerson | null {
  if (organizer === null || !isAddress(organizer.email) || organizer.email === recipient.email) return null
  return { email: organizer.email, name: headerName(organizer.name ?? '') || null }
}

function nameForHeader(person: CalendarPerson | null): string {
  if (person === null) return ''
  return headerName(person.name ?? '') || (isAddress(person.email) ? person.email : '')
}

function checked(email: string): string {
  if (isAddress(email)) return email
  throw new RangeError(`Expected an e-mail address such as ana@example.com, got ${JSON.stringify(email.slice(0, 80))}.`)
}
