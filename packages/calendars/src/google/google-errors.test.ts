import { describe, expect, it, test } from 'vitest'
import { toProviderError } from './google-errors.ts'

const TOKEN = 'ya29.secret'

function failure(status: number, error: unknown, headers: Record<string, string> = {}) {
  const config = { headers: { Authorization: `Bearer ${TOKEN}` } }
  return Object.assign(new Error(`Failed with ${TOKEN}`), {
    config,
    status,
    response: { status, headers: new Headers(headers), data: { error } },
  })
}

const reason = (name: string, message = '') => ({ code: 0, message, errors: [{ domain: 'global', reason: name }] })

describe('what Google answers', () => {
  it.each([
    [400, reason('invalid', 'Invalid sync token value.'), 'sync-token-expired'],
    [400, reason('invalid', 'Invalid attendee email.'), 'invalid'],
    [400, reason('channelIdNotUnique'), 'id-taken'],
    [401, reason('authError'), 'unauthorized'],
    [401, reason('push.webhookUrlUnauthorized'), 'invalid'],
    [403, reason('rateLimitExceeded'), 'rate-limited'],
    [403, reason('userRateLimitExceeded'), 'rate-limited'],
    [403, reason('quotaExceeded'), 'rate-limited'],
    [403, reason('calendarUsageLimitsExceeded'), 'rate-limited'],
    [403, reason('insufficientPermissions'), 'scopes-missing'],
    [403, { message: '', details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] }, 'scopes-missing'],
    [403, reason('forbiddenForNonOrganizer'), 'forbidden'],
    [403, 'not as documented', 'forbidden'],
    [404, reason('notFound'), 'not-found'],
    [408, null, 'unavailable'],
    [409, reason('duplicate'), 'id-taken'],
    [410, reason('fullSyncRequired'), 'sync-token-expired'],
    [410, reason('updatedMinTooLongAgo'), 'sync-token-expired'],
    [410, reason('deleted'), 'gone'],
    [412, reason('conditionNotMet'), 'changed'],
    [418, null, 'invalid'],
    [429, reason('rateLimitExceeded'), 'rate-limited'],
    [500, reason('backendError'), 'unavailable'],
    [503, null, 'unavailable'],
  ])('%i %j is “%s”', (status, error, kind) => {
    const { kind: found, message } = toProviderError(failure(status, error))
    expect(found).toBe(kind)
    expect(message).not.toContain(TOKEN)
    expect(message).toContain(String(status))
  })

  test.each([
    [{ 'Retry-After': '30' }, 30],
    [{ 'Retry-After': 'Tue, 10 Mar 2026 09:01:30 GMT', Date: 'Tue, 10 Mar 2026 09:00:00 GMT' }, 90],
    [{ 'Retry-After': 'Tue, 10 Mar 2026 08:00:00 GMT', Date: 'Tue, 10 Mar 2026 09:00:00 GMT' }, 0],
    [{ 'Retry-After': 'Tue, 10 Mar 2026 09:01:30 GMT' }, null],
    [{ 'Retry-After': 'soon' }, null],
    [{ 'Retry-After': '-1' }, null],
    [{}, null],
  ])('%j says to wait %j seconds', (headers, expected) => {
    expect(toProviderError(failure(429, null, headers)).retryAfterSeconds).toBe(expected)
  })

  test('no answer may mean that it happened', () => {
    const cut = Object.assign(new Error(`socket hang up ${TOKEN}`), { code: 'ECONNRESET', config: {} })
    expect(toProviderError(cut)).toMatchObject({ kind: 'unavailable' })
    expect(toProviderError(cut).message).not.toContain(TOKEN)
  })
})
