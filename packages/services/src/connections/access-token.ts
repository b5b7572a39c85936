import type { TokenSet } from '@astralis/calendars/authorization'
import type { Access } from '@astralis/calendars/provider'
import { ProviderError } from '@astralis/calendars/provider-error'
import type { ConnectionStatus } from '@astralis/core/sync/connection-status'
import { isLinkable } from '@astralis/core/sync/provider-name'
import { Temporal } from '@astralis/core/temporal'
import { findTokens, replaceTokens, type TokensRow } from '@astralis/db/queries/connections'
import type { Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { breakConnection } from './break-connection.ts'
import type { CalendarServices } from './calendar-services.ts'
import { tokenPlace } from './sealed-places.ts'

export type CalendarRuntime = Runtime & { calendars: CalendarServices }

/** A linked account can not be used until its person does something. Whoever syncs it stops; what waits stays. */
export class ConnectionBroken extends Error {
  override name = 'ConnectionBroken'
  /** Null where there is no such account (any more). */
  readonly status: ConnectionStatus | null

  constructor(status: ConnectionStatus | null) {
    super(`The linked account can not be used: it is ${status ?? 'gone'}.`)
    this.status = status
  }
}

/** Seconds before its end at which a token is not used any more: a call takes a while, and clocks differ. */
const SPARE_SECONDS = 60
const MAX_TRIES = 3

/**
 * A token for calls in the name of a linked account, refreshed where its time is nearly over, or where `refresh` says that
 * it was refused. Workers that refresh at the same time end with one pair that is valid. Throws ConnectionBroken where only
 * the person can help, and a ProviderError where the service does not answer.
 */
export async function getAccess(
  runtime: CalendarRuntime,
  orgId: string,
  connectionId: string,
  { refresh = false }: { refresh?: boolean } = {},
): Promise<Access> {
  const refused = refresh ? (await readTokens(runtime, orgId, connectionId)).accessToken : null
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const tokens = await readTokens(runtime, orgId, connectionId)
    const { row, accessToken } = tokens
    // Another worker may have refreshed it since.
    const isValid = accessToken !== null && accessToken !== refused && !isNearlyOver(row, runtime)
    if (isValid) return accessOf(row, accessToken)
    const fresh = await refreshTokens(runtime, orgId, connectionId, tokens)
    if (fresh !== null) return accessOf(row, fresh)
  }
  throw new ProviderError('unavailable', 'The token was replaced by others each time it was refreshed.')
}

interface Tokens {
  row: TokensRow
  accessToken: string | null
  refreshToken: string | null
}

async function readTokens(runtime: CalendarRuntime, orgId: string, id: string): Promise<Tokens> {
  const row = await inOrganization(runtime, orgId, (tx) => findTokens(tx, orgId, id))
  if (row?.status !== 'ACTIVE') throw new ConnectionBroken(row?.status ?? null)
  return { row, ...openTokens(runtime, { orgId, id }, row) }
}

/** The tokens of a row as the service gave them. */
export function openTokens(
  { calendars: { seal } }: CalendarRuntime,
  { orgId, id }: { orgId: string; id: string },
  row: Pick<TokensRow, 'provider' | 'accessToken' | 'refreshToken'>,
): { accessToken: string | null; refreshToken: string | null } {
  const place = { orgId, id, provider: row.provider }
  const open = (sealed: string | null, column: 'access_token' | 'refresh_token') =>
    sealed === null ? null : seal.open(sealed, tokenPlace(place, column))
  return {
    accessToken: open(row.accessToken, 'access_token'),
    refreshToken: open(row.refreshToken, 'refresh_token'),
  }
}

/** The new access token; null where another worker was faster, and what it has stored is to be looked at. */
async function refreshTokens(
  runtime: CalendarRuntime,
  orgId: string,
  connectionId: string,
  { row, refreshToken }: Tokens,
): Promise<string | null> {
  if (!isLinkable(row.provider)) throw new Error(`${row.provider} can not be linked yet.`)
  const authorization = runtime.calendars.authorizations[row.provider]
  if (!authorization) throw new ProviderError('unavailable', `${row.provider} is not set up here any more.`)
  try {
    if (refreshToken === null) throw new ProviderError('consent-needed', 'There is no refresh token.')
    const fresh = await authorization.refresh(refreshToken)
    const isStored = await inOrganization(runtime, orgId, (tx) =>
      replaceTokens(tx, orgId, connectionId, row, sealTokens(runtime, { orgId, id: connectionId }, row, fresh)),
    )
    return isStored ? fresh.accessToken : null
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind !== 'consent-needed') throw error
    return giveUp(runtime, { orgId, connectionId, refreshToken, detail: error.message })
  }
}

/** Unless another worker, or the person, has put another token there meanwhile. */
async function giveUp(
  runtime: CalendarRuntime,
  known: { orgId: string; connectionId: string; refreshToken: string | null; detail: string },
): Promise<null> {
  const { orgId, connectionId, refreshToken, detail } = known
  const isReplaced = await inOrganization(runtime, orgId, async (tx) => {
    const row = await findTokens(tx, orgId, connectionId)
    if (!row) return false
    const now = openTokens(runtime, { orgId, id: connectionId }, row)
    if (now.refreshToken !== refreshToken) return true
    await breakConnection(tx, runtime, { orgId, connectionId, status: 'NEEDS_REAUTH', detail })
    return false
  })
  if (isReplaced) return null
  throw new ConnectionBroken('NEEDS_REAUTH')
}

/** What to store of an answer with tokens. One without a refresh token leaves the old one in place. */
function sealTokens(
  { calendars: { seal }, clock }: CalendarRuntime,
  { orgId, id }: { orgId: string; id: string },
  { provider, refreshToken }: TokensRow,
  fresh: TokenSet,
) {
  const place = { orgId, id, provider }
  const now = clock()
  return {
    accessToken: seal.seal(fresh.accessToken, tokenPlace(place, 'access_token')),
    accessExpiresAt: now.add({ seconds: fresh.expiresInSeconds }),
    refreshToken:
      fresh.refreshToken === null ? refreshToken : seal.seal(fresh.refreshToken, tokenPlace(place, 'refresh_token')),
    updatedAt: now,
  }
}

function isNearlyOver({ accessExpiresAt }: TokensRow, { clock }: Runtime): boolean {
  const latest = clock().add({ seconds: SPARE_SECONDS })
  return accessExpiresAt === null || Temporal.Instant.compare(accessExpiresAt, latest) <= 0
}

function accessOf({ accountEmail, memberEmail }: TokensRow, accessToken: string): Access {
  return { accessToken, accountEmail, memberEmail }
}

/** A call was refused because the person has not allowed what it needs. */
export async function markScopesMissing(
  runtime: Runtime,
  orgId: string,
  connectionId: string,
  detail: string,
): Promise<void> {
  await inOrganization(runtime, orgId, (tx) =>
    breakConnection(tx, runtime, { orgId, connectionId, status: 'SCOPES_MISSING', detail }),
  )
}
