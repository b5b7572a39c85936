import type { ChannelOutcome } from '@astralis/services/ports'

/** Of the login and the order of commands, not of the message: an administrator or another connection mends them. */
const REPAIRABLE = new Set([503, 530, 534, 535, 538])

/** nodemailer's codes for answers to MAIL, RCPT and DATA, and to the message; all others are about the connection. */
const ABOUT_THE_MESSAGE = new Set<unknown>(['EENVELOPE', 'EMESSAGE'])

/**
 * What a failed attempt means (RFC 5321, 4.2.1). Without an answer it depends on `hasBegun`: a server can not have
 * accepted a message of which nothing was sent.
 */
export function smtpOutcome(error: unknown, hasBegun: boolean): ChannelOutcome {
  const { code, responseCode } = facts(error)
  if (ABOUT_THE_MESSAGE.has(code)) {
    if (responseCode >= 500) return REPAIRABLE.has(responseCode) ? 'not-accepted' : 'rejected'
    if (responseCode >= 400) return 'not-accepted'
    // Too long for the server, by its own word.
    if (!hasBegun && code === 'EMESSAGE') return 'rejected'
  }
  return hasBegun ? 'unknown' : 'not-accepted'
}

function facts(error: unknown): { code: unknown; responseCode: number } {
  if (!(error instanceof Error)) return { code: undefined, responseCode: 0 }
  const code = 'code' in error ? error.code : undefined
  const responseCode = 'responseCode' in error ? Number(error.responseCode) : 0
  return { code, responseCode }
}
