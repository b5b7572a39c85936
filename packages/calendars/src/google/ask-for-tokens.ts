import { setTimeout } from 'node:timers/promises'
import { ArcticFetchError, OAuth2RequestError, UnexpectedErrorResponseBodyError, UnexpectedResponseError } from 'arctic'
import { ProviderError, type ProviderErrorKind } from '../provider-error.ts'

/**
 * Waits for what Google answers about tokens; rejects with a ProviderError. arctic takes no signal: what does not answer in
 * time is left to itself.
 */
export async function askForTokens<T>(timeoutMs: number, call: Promise<T>): Promise<T> {
  const answered = new AbortController()
  const timeout = setTimeout(timeoutMs, undefined, { signal: answered.signal }).then(() => {
    throw new ProviderError('unavailable', 'Google did not answer in time.')
  })
  try {
    return await Promise.race([call, timeout])
  } catch (error) {
    throw toProviderError(error)
  } finally {
    answered.abort()
  }
}

/** Errors of RFC 6749, 5.2 and of Google's own, in words for whoever runs the product. */
const ERRORS: ReadonlyMap<string, [ProviderErrorKind, string]> = new Map([
  ['invalid_grant', ['consent-needed', 'What the person allowed is not valid any more.']],
  ['invalid_token', ['consent-needed', 'The token is not valid any more.']],
  ['access_denied', ['consent-needed', 'The person did not allow it.']],
  [
    'invalid_client',
    ['invalid', 'Google does not know GOOGLE_CALENDAR_CLIENT_ID, or GOOGLE_CALENDAR_CLIENT_SECRET is not its secret.'],
  ],
  [
    'unauthorized_client',
    ['invalid', 'GOOGLE_CALENDAR_CLIENT_ID has to be an OAuth client of the type "Web application".'],
  ],
  [
    'redirect_uri_mismatch',
    ['invalid', 'The address that Google leads back to is not registered with GOOGLE_CALENDAR_CLIENT_ID.'],
  ],
  ['rate_limit_exceeded', ['rate-limited', 'Google gets too many requests for tokens.']],
  ['temporarily_unavailable', ['unavailable', 'Google can not give tokens now.']],
  ['server_error', ['unavailable', 'Google can not give tokens now.']],
  ['internal_failure', ['unavailable', 'Google can not give tokens now.']],
])

function toProviderError(error: unknown): unknown {
  if (error instanceof OAuth2RequestError) {
    const code = /^\w{1,60}$/.test(error.code) ? ` (${error.code})` : ''
    const unknown = ['invalid', `Google does not accept this request for a token.${code}`] as const
    const [kind, message] = ERRORS.get(error.code) ?? unknown
    return new ProviderError(kind, message)
  }
  if (error instanceof ArcticFetchError)
    return new ProviderError('unavailable', 'Google can not be reached for tokens.')
  if (error instanceof UnexpectedErrorResponseBodyError || error instanceof UnexpectedResponseError) {
    return fromStatus(error.status)
  }
  return error
}

/** Answers that OAuth does not have. A body that breaks off in the middle comes with the status 200. */
function fromStatus(status: number): ProviderError {
  if (status === 429) return new ProviderError('rate-limited', 'Google gets too many requests for tokens. (429)')
  if (status >= 500 || status < 300)
    return new ProviderError('unavailable', `Google can not give tokens now. (${status})`)
  return new ProviderError('invalid', `What answers at Google's address for tokens is no such service. (${status})`)
}
