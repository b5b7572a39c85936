import type { Event } from '@astralis/core/events/event'
import { updateEventInput } from '@astralis/core/events/event-input'
import { disconnect } from '@astralis/services/connections/disconnect'
import { syncNow } from '@astralis/services/connections/sync-now'
import { updateConnection } from '@astralis/services/connections/update-connection'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createEvent } from '@astralis/services/events/create-event'
import { updateEvent } from '@astralis/services/events/update-event'
import { sql } from 'drizzle-orm'
import type { Linked } from './link-account.ts'
import { eventHere, eventThere } from './sync-samples.ts'
import type { SyncSite } from './sync-site.ts'

/** Brings about what a worker has to do next, with all that comes before it done. */
export type Prepare = (site: SyncSite) => Promise<Linked>

const HOUR_MS = 3_600_000
const FIRST_IMPORT = { events: 320, page: 280 }
const RESYNC = { events: 200, page: 80, deleted: 50, moved: 10, added: 5 }

/** Single events, and at the end of the list a series with an exception and an occurrence that was cancelled. */
export const firstImport: Prepare = async (site) => {
  const { control } = site.google
  const member = await site.addMember()
  fill(site, member.account, FIRST_IMPORT.events)
  const series = control.insert(member.account, eventThere(400, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] }))
  const [, second, third] = control.instances(member.account, series.id, 0, 1e14)
  if (second) control.move(member.account, second.id, HOUR_MS)
  if (third) control.delete(member.account, third.id)
  control.setPageCap(FIRST_IMPORT.page)
  return site.link(member)
}

/** A calendar that can not say any more what has changed; much was deleted meanwhile. */
export const resync: Prepare = async (site) => {
  const { control } = site.google
  const linked = await imported(site, RESYNC.events)
  const { account, ctx, connectionId } = linked
  const ids = control.events(account).map(({ id }) => id)
  control.setPageCap(RESYNC.page)
  control.expireSyncTokens(account)
  // From all over the list.
  const isDeleted = (index: number) => index % (RESYNC.events / RESYNC.deleted) === 0
  for (const [index, id] of ids.entries()) if (isDeleted(index)) control.delete(account, id)
  for (const id of ids.filter((_, index) => !isDeleted(index)).slice(0, RESYNC.moved))
    control.patch(account, id, { summary: 'Moved meanwhile' })
  for (let added = 0; added < RESYNC.added; added++) control.insert(account, eventThere(RESYNC.events + added))
  await syncNow(ctx, { id: connectionId })
  return linked
}

export const incrementalPull: Prepare = async (site) => {
  const { control } = site.google
  const linked = await imported(site, 4)
  const { account, ctx, connectionId } = linked
  const [first, second, third] = control.events(account).map(({ id }) => id)
  if (first) control.move(account, first, HOUR_MS / 4)
  if (second) control.patch(account, second, { summary: 'Renamed' })
  if (third) control.delete(account, third)
  control.insert(account, eventThere(5))
  await syncNow(ctx, { id: connectionId })
  return linked
}

export const pushOfInsert: Prepare = async (site) => {
  const linked = await imported(site, 0)
  await createEvent(linked.ctx, eventHere(0))
  return linked
}

export const pushOfUpdate: Prepare = async (site) => {
  const { linked, event } = await pushed(site)
  await updateEvent(linked.ctx, updateEventInput.parse({ id: event.id, version: event.version, title: 'Renamed here' }))
  return linked
}

export const pushOfDelete: Prepare = async (site) => {
  const { linked, event } = await pushed(site)
  await cancelEvent(linked.ctx, { id: event.id, version: event.version })
  return linked
}

/** Something waits to be sent, and the token has expired. */
export const tokenRefresh: Prepare = async (site) => {
  const linked = await pushOfInsert(site)
  site.google.control.expireAccessTokens(linked.account)
  return linked
}

export const channelRenewal: Prepare = async (site) => {
  const linked = await imported(site, 1)
  await site.owner.execute(sql`update calendars set watch_at = now() where id = ${linked.calendarId}`)
  return linked
}

/** What was imported is to go, what was made here is to stay. */
export const leaveOfAccount: Prepare = async (site) => {
  const { linked } = await pushed(site)
  await disconnect(linked.ctx, { id: linked.connectionId })
  return linked
}

/** The calendar of so many imported events is not to be kept in step any more. */
export const release =
  (events: number): Prepare =>
  async (site) => {
    const linked = await imported(site, events)
    await updateConnection(linked.ctx, { id: linked.connectionId, calendarIds: [] })
    return linked
  }

function fill({ google }: SyncSite, account: string, count: number): void {
  google.control.insertMany(
    account,
    Array.from({ length: count }, (_, index) => eventThere(index)),
  )
}

/** A calendar with so many events that are here as well. */
async function imported(site: SyncSite, count: number): Promise<Linked> {
  const member = await site.addMember()
  fill(site, member.account, count)
  site.google.control.setPageCap(Infinity)
  const linked = await site.link(member)
  await site.sync(linked)
  return linked
}

/** A calendar with one event that was made there and one that was made here. */
async function pushed(site: SyncSite): Promise<{ linked: Linked; event: Event }> {
  const linked = await imported(site, 1)
  const { event } = await createEvent(linked.ctx, eventHere(1))
  await site.sync(linked)
  return { linked, event }
}
