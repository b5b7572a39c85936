import { z } from 'zod'
import type { MailSettings } from './create-channel.ts'

const PRINTABLE = /^[\x21-\x7e]+$/
const ONE_LINE = /^\P{Cc}+$/u
const PORT_EXPECTED = 'expected a port from 1 to 65535'

/** An address of the web. */
export function httpUrl(example: string) {
  return z.url({ protocol: /^https?$/, error: `expected an address such as ${example}` })
}

/** What the environment may say about mail. Defaults come later, so that what nobody set stays recognizable. */
export const MAIL_VARIABLES = {
  RESEND_API_KEY: z.string().regex(PRINTABLE, 'expected a key without spaces').optional(),
  RESEND_BASE_URL: httpUrl('https://api.resend.com').optional(),
  SMTP_HOST: z.string().regex(PRINTABLE, 'expected the name of a host').optional(),
  SMTP_PORT: z.coerce
    .number(PORT_EXPECTED)
    .int(PORT_EXPECTED)
    .min(1, PORT_EXPECTED)
    .max(65535, PORT_EXPECTED)
    .optional(),
  SMTP_SECURE: z.enum(['true', 'false'], 'expected true or false').optional(),
  SMTP_USER: z.string().regex(ONE_LINE, 'expected a name in one line').optional(),
  SMTP_PASSWORD: z.string().regex(ONE_LINE, 'expected a password in one line').optional(),
  SMTP_FROM_NAME: z.string().regex(ONE_LINE, 'expected a name in one line').optional(),
  SMTP_FROM_EMAIL: z.email('expected an e-mail address such as scheduling@example.com').optional(),
}

const shape = z.object(MAIL_VARIABLES)
type MailVariables = z.output<typeof shape>

/** Which setting is of no use without which. */
const COMPANIONS: [given: keyof MailVariables, needed: keyof MailVariables][] = [
  ['RESEND_BASE_URL', 'RESEND_API_KEY'],
  ['SMTP_PORT', 'SMTP_HOST'],
  ['SMTP_SECURE', 'SMTP_HOST'],
  ['SMTP_USER', 'SMTP_HOST'],
  ['SMTP_PASSWORD', 'SMTP_HOST'],
  ['SMTP_USER', 'SMTP_PASSWORD'],
  ['SMTP_PASSWORD', 'SMTP_USER'],
  ['RESEND_API_KEY', 'SMTP_FROM_EMAIL'],
  ['SMTP_HOST', 'SMTP_FROM_EMAIL'],
]

/** Half a mail service would be found out only when the first mail fails, so it is refused. */
export function refuseHalves(made: MailVariables, context: z.RefinementCtx<MailVariables>): void {
  for (const [given, needed] of COMPANIONS) {
    if (made[given] === undefined || made[needed] !== undefined) continue
    context.addIssue({ code: 'custom', path: [needed], message: `expected a value, because ${given} is set` })
  }
  if (made.SMTP_FROM_EMAIL && !made.RESEND_API_KEY && !made.SMTP_HOST) {
    const message = 'expected a value, or one of RESEND_API_KEY, because SMTP_FROM_EMAIL is set'
    context.addIssue({ code: 'custom', path: ['SMTP_HOST'], message })
  }
}

/** By which way mail leaves: Resend before SMTP, and neither means the outbox. */
export function mailSettings(made: MailVariables, publicUrl: string): MailSettings {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, SMTP_HOST: host, SMTP_FROM_EMAIL: email } = made
  if (email === undefined) return { kind: 'outbox', publicUrl }
  const sender = { email, name: made.SMTP_FROM_NAME ?? 'AstralisOps' }
  if (apiKey !== undefined) {
    return { kind: 'resend', apiKey, baseUrl: (baseUrl ?? 'https://api.resend.com').replace(/\/+$/, ''), sender }
  }
  if (host === undefined) return { kind: 'outbox', publicUrl }
  return { kind: 'smtp', host, ...smtpPort(made), login: smtpLogin(made), sender }
}

const SUBMISSION_PORT = 587
/** TLS from the first byte (RFC 8314, 3.3). */
const SECURE_PORT = 465

function smtpPort({ SMTP_PORT: port, SMTP_SECURE: secure }: MailVariables) {
  const isSecure = secure === undefined ? port === SECURE_PORT : secure === 'true'
  return { port: port ?? (isSecure ? SECURE_PORT : SUBMISSION_PORT), secure: isSecure }
}

function smtpLogin({ SMTP_USER: user, SMTP_PASSWORD: password }: MailVariables) {
  return user === undefined || password === undefined ? null : { user, password }
}
