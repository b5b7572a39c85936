import { listTokens, replaceTokens } from '@astralis/db/queries/connections'
import { listOrganizationIds } from '@astralis/db/queries/list-organizations'
import { enterSweep } from '@astralis/db/tenancy'
import { inOrganization } from '../transaction.ts'
import { type CalendarRuntime, openTokens } from './access-token.ts'
import { tokenPlace } from './sealed-places.ts'

const BATCH_SIZE = 100

/**
 * Seals every token with the present key that is sealed with an older one. Safe beside running workers: what they have
 * replaced meanwhile stays as it is, because they seal with the same key.
 */
export async function rotateKeys(runtime: CalendarRuntime): Promise<{ resealed: number; accounts: number }> {
  const orgIds = await runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    return listOrganizationIds(tx)
  })
  const total = { resealed: 0, accounts: 0 }
  for (const orgId of orgIds) {
    for (let after: string | null = null; ;) {
      const batch = await rotateSome(runtime, orgId, after)
      total.resealed += batch.resealed
      total.accounts += batch.accounts
      if (batch.last === null) break
      after = batch.last
    }
  }
  return total
}

async function rotateSome(
  runtime: CalendarRuntime,
  orgId: string,
  after: string | null,
): Promise<{ resealed: number; accounts: number; last: string | null }> {
  const { seal } = runtime.calendars
  return inOrganization(runtime, orgId, async (tx) => {
    const rows = await listTokens(tx, orgId, after, BATCH_SIZE)
    let resealed = 0
    for (const row of rows) {
      const { id, provider, ...sealed } = row
      if (!Object.values(sealed).some((token) => token !== null && seal.isOutdated(token))) continue
      const place = { orgId, id, provider }
      const { accessToken, refreshToken } = openTokens(runtime, { orgId, id }, row)
      const isReplaced = await replaceTokens(tx, orgId, id, sealed, {
        accessToken: accessToken === null ? null : seal.seal(accessToken, tokenPlace(place, 'access_token')),
        refreshToken: refreshToken === null ? null : seal.seal(refreshToken, tokenPlace(place, 'refresh_token')),
      })
      if (isReplaced) resealed++
    }
    return { resealed, accounts: rows.length, last: rows.at(-1)?.id ?? null }
  })
}
