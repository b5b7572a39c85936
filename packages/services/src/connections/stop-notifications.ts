import { findConnection } from '@astralis/db/queries/connections'
import { clearChannel, findChannelOf } from '@astralis/db/queries/linked-calendars'
import { isLinkable } from '@astralis/core/sync/provider-name'
import { inOrganization } from '../transaction.ts'
import { type CalendarRuntime, ConnectionBroken, getAccess } from './access-token.ts'
import { unlessFinal } from './unless-final.ts'

/** No longer lets the service of a calendar that is not read any more notify us of its changes. */
export async function stopNotifications(runtime: CalendarRuntime, orgId: string, calendarId: string): Promise<void> {
  const channel = await inOrganization(runtime, orgId, (tx) => findChannelOf(tx, orgId, calendarId))
  if (!channel || channel.isSelected) return
  const { connectionId, channelId, channelResourceId } = channel
  const connection = await inOrganization(runtime, orgId, (tx) => findConnection(tx, orgId, connectionId))
  if (!connection || !isLinkable(connection.provider)) return
  const provider = runtime.calendars.providers[connection.provider]
  try {
    const access = await getAccess(runtime, orgId, connectionId)
    await unlessFinal(provider.stopWatching(access, { id: channelId, resourceId: channelResourceId }))
  } catch (error) {
    // Without access it ends by itself within days. One that was disconnected is closed by a job of its own.
    if (!(error instanceof ConnectionBroken)) throw error
    return
  }
  await inOrganization(runtime, orgId, (tx) => clearChannel(tx, orgId, { calendarId, channelId }))
}
