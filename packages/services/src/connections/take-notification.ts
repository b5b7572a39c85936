import { timingSafeEqual } from 'node:crypto'
import { findChannel, requestPulls } from '@astralis/db/queries/linked-calendars'
import { z } from 'zod'
import { hashToken, organizationOf } from '../auth/org-token.ts'
import type { Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { queueCalendars } from './queue-calendars.ts'

/** What a notification says of itself. */
export interface Notification {
  channelId: string
  /** As we gave it when we asked to be notified. */
  token: string
  resourceId: string
  /** `sync` is only a greeting. */
  state: string
}

/**
 * A service tells that something has changed in a calendar: it is read as soon as a worker is free. False for what does not
 * come from a channel of ours, which does nothing.
 */
export async function takeNotification(runtime: Runtime, notification: Notification): Promise<boolean> {
  const { channelId, token, resourceId, state } = notification
  const orgId = organizationOf(token)
  if (orgId === null || !z.uuid().safeParse(channelId).success) return false
  return inOrganization(runtime, orgId, async (tx) => {
    const channel = await findChannel(tx, orgId, channelId)
    if (!channel || channel.tokenHash === null || channel.resourceId !== resourceId) return false
    if (!isSame(channel.tokenHash, hashToken(token))) return false
    if (state === 'sync' || !channel.isSelected) return true
    await requestPulls(tx, orgId, [channel.calendarId], runtime.clock())
    await queueCalendars(tx, runtime, 'calendars.sync', orgId, [channel.calendarId])
    return true
  })
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
