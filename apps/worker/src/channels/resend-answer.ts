import type { ChannelOutcome } from '@astralis/services/ports'

/** What the client makes of an answer. An error is the body as it came, whoever wrote it; headers are in lower case. */
export interface ResendAnswer {
  data: { id: string } | null
  error: { name?: unknown; message?: unknown; statusCode?: unknown } | null
  headers: Record<string, string> | null
}

/** A longer wait is the caller's, who keeps no job waiting for it. */
const MAX_WAIT_SECONDS = 5

/**
 * How long to send nothing: what Resend says after one request too many, and also when this one was the last of its
 * second. Null for not at all, and for longer than is waited here, as when the mails of a whole day are used up.
 */
export function secondsToWait({ error, headers }: ResendAnswer): number | null {
  const isLast = headers?.['ratelimit-remaining'] === '0'
  const header = error?.statusCode === 429 ? headers?.['retry-after'] : isLast && headers?.['ratelimit-reset']
  const seconds = header ? Number(header) : Number.NaN
  return seconds >= 0 && seconds <= MAX_WAIT_SECONDS ? seconds : null
}

const ABOUT_THE_MESSAGE = new Set([400, 413, 422, 451])

/**
 * By https://resend.com/docs/api-reference/errors. A key, a domain or an address of the API that is wrong can be put
 * right while the message waits.
 */
export function resendOutcome({ error }: ResendAnswer): ChannelOutcome {
  const { name, statusCode: status, message } = error ?? {}
  // No answer, or none that can be read; and what stands before Resend can not know what became of the request.
  if (typeof status !== 'number' || status < 400 || isOfGateway(status)) return 'unknown'
  // Each mail has a key of its own, so it is an earlier form of this one that was taken under it.
  if (name === 'invalid_idempotent_request') return 'unknown'
  // A key that is none is 400, 401 or 403.
  if (/api key/i.test(String(message))) return 'not-accepted'
  return ABOUT_THE_MESSAGE.has(status) ? 'rejected' : 'not-accepted'
}

function isOfGateway(status: number): boolean {
  return status === 502 || status === 504 || status >= 520
}
