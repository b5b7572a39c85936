import { setTimeout as sleep } from 'node:timers/promises'
import type { MailMessage } from '@astralis/core/mail/message'
import { type Channel, ChannelError } from '@astralis/services/ports'
import { type CreateEmailOptions, Resend } from 'resend'
import { formatMailbox, headerText } from './mailbox.ts'
import { type ResendAnswer, resendOutcome, secondsToWait } from './resend-answer.ts'
import { serviceWords } from './service-words.ts'

export interface ResendSettings {
  apiKey: string
  /** Without a slash at the end: `https://api.resend.com`. */
  baseUrl: string
  sender: Channel['sender']
}

/** From the first byte of a request to the last one of its answer. */
const TIMEOUT_MS = 10_000
/** Of one message within one call, when there are more requests than Resend takes in a second. */
const MAX_REQUESTS = 5

/** Sends through Resend's API. `pause` waits so many milliseconds. */
export function createResendChannel(
  { apiKey, baseUrl, sender }: ResendSettings,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
  timeoutMs = TIMEOUT_MS,
): Channel {
  const client = new Resend(apiKey, { baseUrl })
  // Shared, because the limit is: who is told to wait makes everybody wait.
  let turn: Promise<unknown> = Promise.resolve()

  async function request(payload: CreateEmailOptions, idempotencyKey: string): Promise<ResendAnswer> {
    await turn
    const answer = await client.emails.send(payload, { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) })
    const seconds = secondsToWait(answer)
    if (seconds !== null) turn = Promise.all([turn, pause(seconds * 1000)])
    return answer
  }

  return {
    name: 'resend',
    sender,
    // Resend keeps keys for 24; a request takes its time, and clocks differ.
    keyHours: 23,
    concurrency: 10,
    async send(message, key) {
      const payload = toPayload(message)
      let answer = await request(payload, key)
      for (let count = 1; count < MAX_REQUESTS && isToldToWait(answer); count++) answer = await request(payload, key)
      if (answer.data?.id) return
      throw new ChannelError(resendOutcome(answer), serviceWords(wordsOf(answer), apiKey))
    },
  }
}

function isToldToWait(answer: ResendAnswer): boolean {
  return answer.error?.statusCode === 429 && secondsToWait(answer) !== null
}

function wordsOf({ error }: ResendAnswer): string {
  return typeof error?.message === 'string' ? error.message : 'The mail service gave no answer that can be read.'
}

/** The same message gives the same payload to the byte: Resend compares it when a key comes again. */
function toPayload({ from, to, replyTo, subject, html, text, calendar }: MailMessage): CreateEmailOptions {
  return {
    from: formatMailbox(from),
    to: formatMailbox(to),
    ...(replyTo && { replyTo: formatMailbox(replyTo) }),
    subject: headerText(subject),
    html,
    text,
    ...(calendar && { attachments: [toAttachment(calendar)] }),
  }
}

function toAttachment({ method, content }: NonNullable<MailMessage['calendar']>) {
  return {
    filename: 'invite.ics',
    contentType: `text/calendar; method=${method}; charset=UTF-8`,
    content: Buffer.from(content),
  }
}
