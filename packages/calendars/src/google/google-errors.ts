import { Temporal } from '@astralis/core/temporal'
import { z } from 'zod'
import { ProviderError, type ProviderErrorKind } from '../provider-error.ts'

/** As in fetch; those of Google's library are of a class of its own. */
type AnswerHeaders = Pick<Headers, 'get'>

/** What an error of Google's library has of the answer. The rest of it holds the request, and with it the token. */
const failureSchema = z.object({
  response: z.object({
    status: z.number(),
    headers: z.custom<AnswerHeaders>(isHeaders).optional().catch(undefined),
    data: z.unknown(),
  }),
})

function isHeaders(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function'
}

/** Calendar has `errors` with reasons; all of Google's newer services also have `details` and `status`. */
const bodySchema = z.object({
  error: z.object({
    message: z.string().catch(''),
    errors: z.array(z.object({ reason: z.string().catch('') })).catch([]),
    details: z.array(z.object({ reason: z.string().catch('') })).catch([]),
  }),
})

const MESSAGES: Record<ProviderErrorKind, string> = {
  unauthorized: 'Google does not take this access token.',
  'consent-needed': 'Google wants the person to allow it again.',
  'scopes-missing': 'The person has not allowed everything that is needed.',
  forbidden: 'Google does not let this account do that.',
  'not-found': 'Google does not know this calendar or event.',
  gone: 'The event was deleted at Google.',
  changed: 'The event has changed at Google.',
  'id-taken': 'Google has, or had, something else under this id.',
  'sync-token-expired': 'Google can not tell any more what changed.',
  'rate-limited': 'Google gets too many requests.',
  unavailable: 'Google does not answer, or only that it can not now.',
  invalid: 'Google does not accept this request.',
}

/** What failed as the port has it. The message never holds anything of the request. */
export function toProviderError(failure: unknown): ProviderError {
  if (failure instanceof ProviderError) return failure
  const { success, data } = failureSchema.safeParse(failure)
  if (!success) return new ProviderError('unavailable', MESSAGES.unavailable)
  const { status, headers, data: body } = data.response
  const { reasons, message } = readBody(body)
  const kind = kindOf(status, reasons, message)
  const shown = [String(status), ...reasons.filter((reason) => /^[\w.]{1,60}$/.test(reason))].join(' ')
  return new ProviderError(kind, `${MESSAGES[kind]} (${shown})`, readRetryAfter(headers))
}

function readBody(body: unknown): { reasons: string[]; message: string } {
  const { data } = bodySchema.safeParse(body)
  const { errors = [], details = [], message = '' } = data?.error ?? {}
  return { reasons: [...errors, ...details].map(({ reason }) => reason).filter((reason) => reason !== ''), message }
}

const LIMITS = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'calendarUsageLimitsExceeded',
  'RATE_LIMIT_EXCEEDED',
])
const SCOPES = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])

function kindOf(status: number, reasons: readonly string[], message: string): ProviderErrorKind {
  const has = (known: ReadonlySet<string>) => reasons.some((reason) => known.has(reason))
  switch (status) {
    case 400:
      return /sync ?token/i.test(message) ? 'sync-token-expired' : channelProblem(reasons)
    case 401:
      // A notification address that is not ours to name (`push.webhookUrlUnauthorized`) says nothing about the token.
      return reasons.some((reason) => reason.startsWith('push.')) ? 'invalid' : 'unauthorized'
    case 403:
      if (has(LIMITS)) return 'rate-limited'
      return has(SCOPES) ? 'scopes-missing' : 'forbidden'
    case 404:
      return 'not-found'
    case 409:
      return 'id-taken'
    case 410:
      return reasons.includes('deleted') ? 'gone' : 'sync-token-expired'
    case 412:
      return 'changed'
    case 429:
      return 'rate-limited'
    default:
      return status >= 500 || status === 408 ? 'unavailable' : 'invalid'
  }
}

function channelProblem(reasons: readonly string[]): ProviderErrorKind {
  return reasons.includes('channelIdNotUnique') ? 'id-taken' : 'invalid'
}

/** RFC 9110, 10.2.3: seconds, or a date, which the answer's own `Date` makes seconds of. */
function readRetryAfter(headers: AnswerHeaders | undefined): number | null {
  const text = headers?.get('retry-after')?.trim() ?? ''
  if (/^\d{1,6}$/.test(text)) return Number(text)
  const until = readHttpDate(text)
  const now = readHttpDate(headers?.get('date') ?? '')
  return until === null || now === null ? null : Math.max(0, Math.ceil((until - now) / 1000))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Sun, 06 Nov 1994 08:49:37 GMT` in epoch milliseconds (RFC 9110, 5.6.7); null for everything else. */
function readHttpDate(text: string): number | null {
  const [, day, name = '', year, time] = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text) ?? []
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0')
  try {
    return Temporal.Instant.from(`${year}-${month}-${day}T${time}Z`).epochMilliseconds
  } catch {
    return null
  }
}
