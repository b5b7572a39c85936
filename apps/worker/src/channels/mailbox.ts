import { ChannelError } from '@astralis/services/ports'

/** Whatever it is made of, a line with so many characters in quotes stays below the 998 octets of RFC 5322, 2.1.1. */
const MAX_LENGTH = 400

/**
 * A text as one line of a header may have it: what could end the line becomes a space, and what readers would take for
 * an encoded word (RFC 2047), and so for other text than it is, is taken apart.
 */
export function headerText(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim()
  return Array.from(line).slice(0, MAX_LENGTH).join('')
}

/** What RFC 5321, 4.1.2 takes without quotes. */
const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?!-)[a-z0-9.-]{1,253}$/i

/** An address that is safe in a header and in a command; any other one is rejected before a mail service sees it. */
export function plainAddress(email: string): string {
  if (ADDRESS.test(email)) return email
  throw new ChannelError(
    'rejected',
    `Mail can not be sent to or from the address ${JSON.stringify(headerText(email))}.`,
  )
}

/** `"Name" <address>`, or the address alone (RFC 5322, 3.4). */
export function formatMailbox({ email, name }: { email: string; name: string | null }): string {
  const address = plainAddress(email)
  const words = headerText(name ?? '')
  return words === '' ? address : `"${words.replaceAll(/["\\]/g, String.raw`\$&`)}" <${address}>`
}
