/**
 * unauthorized        the access token is not valid (any more): refresh it and try again
 * consent-needed      the refresh token is not valid any more: only the person can help, by linking again
 * scopes-missing      the person has not allowed what the call needs
 * forbidden           the account may not do this, now or later
 * not-found           there is no such calendar or item
 * gone                the item was deleted
 * changed             the item is not in the version that was named
 * id-taken            the id of a new item is, or was, in use
 * sync-token-expired  what changed can not be told any more: list everything
 * rate-limited        too many calls: wait for `retryAfterSeconds`, or a while
 * unavailable         no answer, or one that says to try again later; what was asked may have happened
 * invalid             the request itself is wrong, and will be when it is repeated
 */
export type ProviderErrorKind =
  | 'unauthorized'
  | 'consent-needed'
  | 'scopes-missing'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'changed'
  | 'id-taken'
  | 'sync-token-expired'
  | 'rate-limited'
  | 'unavailable'
  | 'invalid'

/** Why a calendar service did not do what it was asked to. The message has its own words, and never a token. */
export class ProviderError extends Error {
  override name = 'ProviderError'
  readonly kind: ProviderErrorKind
  /** What the service asked us to wait; null where it did not say. */
  readonly retryAfterSeconds: number | null

  constructor(kind: ProviderErrorKind, message: string, retryAfterSeconds: number | null = null) {
    super(message)
    this.kind = kind
    this.retryAfterSeconds = retryAfterSeconds
  }
}
