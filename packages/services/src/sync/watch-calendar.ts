import { ProviderError } from '@astralis/calendars/provider-error'
import { Temporal } from '@astralis/core/temporal'
import { type StreamChanges, updateStream } from '@astralis/db/queries/streams'
import { hashToken, newOrgToken } from '../auth/org-token.ts'
import { inOrganization } from '../transaction.ts'
import { ClaimLost } from './claim-lost.ts'
import type { Push } from './push-item.ts'

/** Channels are renewed that long before they end, and where there are none that long after the last try. */
const RENEWAL_HOURS = 24

/**
 * Sees to it that the calendar's service tells us of changes, where it can reach us; polling goes on either way. A new
 * channel is there before the old one is stopped, so that nothing is missed in between.
 */
export async function watchCalendar({ runtime, stream, call, claim }: Push): Promise<void> {
  const now = runtime.clock()
  if (stream.watchAt !== null && Temporal.Instant.compare(now, stream.watchAt) < 0) return
  const id = runtime.newId()
  const token = newOrgToken(stream.orgId, runtime.newSecret)
  const address = `${runtime.publicUrl}/api/calendar/notifications/${stream.provider.toLowerCase()}`
  let changes: StreamChanges
  try {
    const channel = await call((provider, access, calendar) => provider.watch(access, calendar, { id, token, address }))
    const expiresAt = Temporal.Instant.from(channel.expiresAt)
    changes = {
      channelId: id,
      channelTokenHash: hashToken(token),
      channelResourceId: channel.resourceId,
      channelExpiresAt: expiresAt,
      watchAt: expiresAt.subtract({ hours: RENEWAL_HOURS }),
    }
  } catch (error) {
    // An address that the service does not take, or a calendar that can not be watched.
    const isRefused = error instanceof ProviderError && ['invalid', 'forbidden', 'not-found'].includes(error.kind)
    if (!isRefused) throw error
    changes = { watchAt: now.add({ hours: RENEWAL_HOURS }) }
  }
  await inOrganization(runtime, stream.orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, changes))) throw new ClaimLost()
  })
  const { channelId, channelResourceId: resourceId } = stream
  if (changes.channelId && channelId && resourceId)
    await call((provider, access) => provider.stopWatching(access, { id: channelId, resourceId }))
}
