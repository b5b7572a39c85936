import type { Readable } from 'node:stream'
import type { MailMessage } from '@astralis/core/mail/message'
import { type Channel, ChannelError } from '@astralis/services/ports'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { headerText, plainAddress } from './mailbox.ts'
import { serviceWords } from './service-words.ts'
import { smtpOutcome } from './smtp-outcome.ts'

export interface SmtpSettings {
  host: string
  port: number
  /** TLS from the first byte, as on port 465; otherwise by STARTTLS. */
  secure: boolean
  login: { user: string; password: string } | null
  sender: Channel['sender']
}

interface SmtpTimeouts {
  connectMs: number
  greetingMs: number
  /** Of silence, after the greeting. */
  silenceMs: number
}

const CONCURRENCY = 5
const TIMEOUTS: SmtpTimeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 30_000 }

/** Sends by SMTP, over connections that are kept. Every call is a mail of its own. */
export function createSmtpChannel(settings: SmtpSettings, timeouts = TIMEOUTS): Channel {
  const { sender, login } = settings
  const transport = createTransport(transportOptions(settings, timeouts))
  // Whether a message had begun to leave when its connection broke: the errors do not tell.
  const contents = new Map<string | undefined, Readable>()
  transport.use('stream', ({ data, message }, done) => {
    message.processFunc((content) => {
      contents.set(data.messageId, content)
      return content
    })
    done()
  })

  return {
    name: 'smtp',
    sender,
    keyHours: 0,
    concurrency: CONCURRENCY,
    async send(message, key) {
      const mail = toMail(message, messageId(key, sender.email))
      try {
        await transport.sendMail(mail)
      } catch (error) {
        const hasBegun = contents.get(mail.messageId)?.readableDidRead ?? false
        const words = serviceWords(
          error instanceof Error ? error.message : String(error),
          ...(login ? [login.password] : []),
        )
        throw new ChannelError(smtpOutcome(error, hasBegun), words)
      } finally {
        contents.delete(mail.messageId)
      }
    },
  }
}

function transportOptions({ host, port, secure, login }: SmtpSettings, timeouts: SmtpTimeouts) {
  return {
    host,
    port,
    secure,
    ...(login && { auth: { user: login.user, pass: login.password } }),
    ...transportSecurity(host, login !== null),
    pool: true,
    maxConnections: CONCURRENCY,
    // One call is one attempt: whether to make another one is for those to say who know what became of this one.
    maxRequeues: 0,
    dnsTimeout: timeouts.connectMs,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const
}

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|::1)$/i

/** A password crosses a network only under TLS. Within one machine nobody listens, and certificates name others. */
function transportSecurity(host: string, hasLogin: boolean) {
  return THIS_MACHINE.test(host) ? { ignoreTLS: true } : { requireTLS: hasLogin }
}

/** The same for the same key, so that whoever gets a mail twice can tell. */
function messageId(key: string, sender: string): string {
  return `<${Buffer.from(key).toString('base64url')}@${sender.slice(sender.lastIndexOf('@') + 1)}>`
}

function toMail({ from, to, replyTo, subject, html, text, calendar }: MailMessage, id: string) {
  return {
    messageId: id,
    from: toMailbox(from),
    to: toMailbox(to),
    ...(replyTo && { replyTo: toMailbox(replyTo) }),
    subject: headerText(subject),
    html,
    text,
    ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
  } satisfies SendMailOptions
}

function toMailbox({ email, name }: { email: string; name: string | null }) {
  return { address: plainAddress(email), name: headerText(name ?? '') }
}
