import type { TokenSet } from '@astralis/calendars/authorization'
import type { RemoteCalendar } from '@astralis/calendars/provider'
import { ProviderError } from '@astralis/calendars/provider-error'
import type { OAuthFailure } from '@astralis/core/sync/oauth-failure'
import { isLinkable, type LinkableProvider } from '@astralis/core/sync/provider-name'
import { Temporal } from '@astralis/core/temporal'
import { type AuthorizationRow, deleteAuthorization, findAuthorization } from '@astralis/db/queries/connections'
import { hashToken, organizationOf } from '../auth/org-token.ts'
import type { Actor } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import type { CalendarRuntime } from './access-token.ts'
import type { CalendarServices } from './calendar-services.ts'
import { verifierPlace } from './sealed-places.ts'
import { storeConnection } from './store-connection.ts'

/** What a browser brings back from the page where its person was asked. */
export interface AuthorizationAnswer {
  /** Null for a browser that is not signed in. */
  actor: Actor | null
  sessionToken: string | null
  state: string | null
  code: string | null
  /** RFC 6749, 4.1.2.1 */
  error: string | null
  origin: string
}

/** Where the browser goes on, and what came of it. */
export interface AuthorizationResult {
  /** A path of ours. */
  returnTo: string
  result: { connected: string } | { problem: OAuthFailure }
}

const DEFAULT_RETURN = '/calendar/connections'

/** Ends the way back with what went wrong. Nothing was stored. */
class LinkFailure extends Error {
  override name = 'LinkFailure'
  readonly failure: OAuthFailure
  constructor(failure: OAuthFailure) {
    super(failure)
    this.failure = failure
  }
}

/** Links the account that somebody allowed us to use, or renews it. Every failure changes nothing, and has its name. */
export async function finishAuthorization(
  runtime: CalendarRuntime,
  answer: AuthorizationAnswer,
): Promise<AuthorizationResult> {
  let returnTo = DEFAULT_RETURN
  try {
    const { actor, begun } = await takeAuthorization(runtime, answer)
    returnTo = begun.returnTo
    const granted = await collect(runtime, begun, answer)
    await storeConnection({ ...runtime, actor, origin: answer.origin }, granted)
    return { returnTo, result: { connected: granted.account.remoteId } }
  } catch (error) {
    return { returnTo, result: { problem: failureOf(error) } }
  }
}

function failureOf(error: unknown): OAuthFailure {
  if (error instanceof LinkFailure) return error.failure
  if (!(error instanceof ProviderError)) throw error
  if (error.kind === 'unavailable' || error.kind === 'rate-limited') return 'PROVIDER_UNAVAILABLE'
  if (error.kind === 'scopes-missing') return 'SCOPES_MISSING'
  return error.kind === 'consent-needed' ? 'CODE_EXPIRED' : 'PROVIDER_REFUSED'
}

/** Checks that the same browser and person began it, not long ago, and uses it up. */
async function takeAuthorization(
  runtime: CalendarRuntime,
  { actor, sessionToken, state }: AuthorizationAnswer,
): Promise<{ actor: Actor; begun: AuthorizationRow }> {
  if (!actor || sessionToken === null) throw new LinkFailure('SIGNED_OUT')
  const { orgId } = actor
  if (state === null || state === '') throw new LinkFailure('STATE_MISSING')
  // A state of another organization is none.
  if (organizationOf(state) !== orgId) throw new LinkFailure('STATE_WRONG')
  const stateHash = hashToken(state)
  const begun = await inOrganization(runtime, orgId, async (tx) => {
    const row = await findAuthorization(tx, orgId, stateHash)
    if (row?.sessionId !== hashToken(sessionToken) || row.userId !== actor.userId) return null
    return (await deleteAuthorization(tx, orgId, stateHash)) ? row : null
  })
  if (!begun) throw new LinkFailure('STATE_WRONG')
  if (Temporal.Instant.compare(begun.expiresAt, runtime.clock()) <= 0) throw new LinkFailure('STATE_EXPIRED')
  return { actor, begun }
}

export interface Granted {
  provider: LinkableProvider
  tokens: TokenSet & { refreshToken: string }
  calendars: RemoteCalendar[]
  /** The primary calendar, which has the id of its account. */
  account: RemoteCalendar
}

/** Asks the service for tokens and calendars, outside of any transaction. */
async function collect(
  { calendars }: { calendars: CalendarServices },
  begun: AuthorizationRow,
  { code, error }: AuthorizationAnswer,
): Promise<Granted> {
  const { provider, orgId, stateHash } = begun
  if (error === 'access_denied') throw new LinkFailure('DENIED')
  if (error !== null) throw new LinkFailure('PROVIDER_REFUSED')
  if (code === null || code === '') throw new LinkFailure('STATE_MISSING')
  const authorization = isLinkable(provider) ? calendars.authorizations[provider] : null
  if (!isLinkable(provider) || !authorization) throw new LinkFailure('PROVIDER_REFUSED')
  const codeVerifier = calendars.seal.open(begun.codeVerifier, verifierPlace({ orgId, stateHash, provider }))
  const { refreshToken, ...tokens } = await authorization.exchange(code, codeVerifier)
  if (!authorization.suffices(tokens.scopes)) throw new LinkFailure('SCOPES_MISSING')
  if (refreshToken === null) throw new LinkFailure('NO_REFRESH_TOKEN')
  // Reading calendars needs no address: nothing of an event is read.
  const access = { accessToken: tokens.accessToken, accountEmail: '', memberEmail: '' }
  const found = await calendars.providers[provider].listCalendars(access)
  const account = found.find(({ isPrimary }) => isPrimary)
  if (!account) throw new LinkFailure('PROVIDER_REFUSED')
  return { provider, tokens: { ...tokens, refreshToken }, calendars: found, account }
}
