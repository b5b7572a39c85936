import { outage, startResendStandIn } from './resend-stand-in.ts'
import { startSmtpStandIn } from './smtp-stand-in.ts'

/** A mail that was accepted, whichever service did it. */
export interface Acceptance {
  /** `reminder/<id>/<version>` or `invitation/<id>/<version>`. */
  key: string
  to: string
  acceptedAt: number
}

/** Of a mail that has arrived in full: before it is accepted, and after, when that is not yet answered. */
export type MailMoment = 'arrived' | 'accepted'

/** One of the stand-ins, as the proof of "exactly once" sees it. */
export interface MailProvider {
  name: 'resend' | 'smtp'
  /** The worker's settings by which its mail comes here. */
  env: Record<string, string>
  /** In order of acceptance. */
  accepted: () => Acceptance[]
  /**
   * Calls `strike` at that moment of the reminder with that id, which gets no answer. Workers also send what others have
   * left behind: those mails pass.
   */
  strikeAt: (moment: MailMoment, reminderId: string, strike: () => unknown) => void
  close: () => Promise<void>
}

export type StartProvider = () => Promise<MailProvider>

export async function startResend(): Promise<MailProvider> {
  const resend = await startResendStandIn()
  return {
    name: 'resend',
    env: {
      RESEND_API_KEY: resend.apiKey,
      RESEND_BASE_URL: resend.baseUrl,
      SMTP_FROM_EMAIL: 'scheduling@example.com',
    },
    accepted: () =>
      resend.accepted.map(({ key = '', payload, acceptedAt }) => ({ key, to: String(payload.to[0]), acceptedAt })),
    strikeAt(moment, reminderId, strike) {
      if (moment === 'arrived') {
        resend.refuse = (key = '') => {
          if (reminderIn(key) !== reminderId) return null
          resend.refuse = () => null
          void strike()
          return outage()
        }
      } else {
        resend.afterAccept = async ({ key = '' }, connection) => {
          if (reminderIn(key) !== reminderId) return
          resend.afterAccept = () => {}
          await strike()
          connection.drop()
        }
      }
    },
    close: resend.close,
  }
}

export async function startSmtp(): Promise<MailProvider> {
  const smtp = await startSmtpStandIn()
  return {
    name: 'smtp',
    env: { SMTP_HOST: smtp.host, SMTP_PORT: String(smtp.port), SMTP_FROM_EMAIL: 'scheduling@example.com' },
    accepted: () => smtp.accepted.map(({ raw, to, acceptedAt }) => ({ key: keyIn(raw), to: to[0] ?? '', acceptedAt })),
    strikeAt(moment, reminderId, strike) {
      if (moment === 'arrived') {
        smtp.fail = (_, raw) => {
          if (!raw || reminderIn(keyIn(raw)) !== reminderId) return null
          smtp.fail = () => null
          void strike()
          return 'drop'
        }
      } else {
        smtp.afterAccept = async ({ raw }, connection) => {
          if (reminderIn(keyIn(raw)) !== reminderId) return
          smtp.afterAccept = () => {}
          await strike()
          connection.drop()
        }
      }
    },
    close: smtp.close,
  }
}

/** The id of the reminder with that key; undefined for an invitation's. */
export function reminderIn(key: string): string | undefined {
  return /^reminder\/([^/]+)\//.exec(key)?.[1]
}

/** The channel writes it into the Message-ID, where a service without keys leaves it in peace. */
function keyIn(raw: Buffer): string {
  const [, id = ''] = /^Message-ID:\s+<([^@]+)@/im.exec(raw.toString('latin1')) ?? []
  return Buffer.from(id, 'base64url').toString()
}
