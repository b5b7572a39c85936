import { isLinkable } from '@astralis/core/sync/provider-name'
import { findConnection, findTokens, isLinkedElsewhere, replaceTokens } from '@astralis/db/queries/connections'
import { clearChannel, listChannels } from '@astralis/db/queries/linked-calendars'
import { inOrganization } from '../transaction.ts'
import { type CalendarRuntime, openTokens } from './access-token.ts'
import { unlessFinal } from './unless-final.ts'

/**
 * Takes leave of the service of an account that was disconnected: stops its notifications, revokes what its person allowed,
 * and erases the tokens. Each step may be repeated. Does nothing for an account that was linked again meanwhile.
 */
export async function closeConnection(
  runtime: CalendarRuntime,
  { orgId, id }: { orgId: string; id: string },
): Promise<{ channels: number; status: 'closed' | 'in use' }> {
  const found = await inOrganization(runtime, orgId, async (tx) => {
    const connection = await findConnection(tx, orgId, id)
    const row = await findTokens(tx, orgId, id)
    if (connection?.status !== 'DISCONNECTED' || !row) return null
    const isShared = await isLinkedElsewhere(tx, orgId, connection)
    return { row, isShared, channels: await listChannels(tx, orgId, id) }
  })
  if (!found) return { channels: 0, status: 'in use' }
  const { row, isShared, channels } = found
  if (!isLinkable(row.provider)) throw new Error(`${row.provider} can not be linked yet.`)
  const provider = runtime.calendars.providers[row.provider]
  const authorization = runtime.calendars.authorizations[row.provider]
  const { accessToken, refreshToken } = openTokens(runtime, { orgId, id }, row)

  for (const { calendarId, channelId, channelResourceId } of channels) {
    if (accessToken !== null) {
      const access = { accessToken, accountEmail: row.accountEmail, memberEmail: row.memberEmail }
      // One that can not be stopped ends by itself within days, and is not known here any more.
      await unlessFinal(provider.stopWatching(access, { id: channelId, resourceId: channelResourceId }))
    }
    await inOrganization(runtime, orgId, (tx) => clearChannel(tx, orgId, { calendarId, channelId }))
  }
  // A service revokes all that one account has allowed us, also to somebody else who has linked it.
  if (refreshToken !== null && authorization && !isShared) await unlessFinal(authorization.revoke(refreshToken))
  await inOrganization(runtime, orgId, (tx) =>
    replaceTokens(tx, orgId, id, row, { accessToken: null, refreshToken: null, accessExpiresAt: null }),
  )
  return { channels: channels.length, status: 'closed' }
}
