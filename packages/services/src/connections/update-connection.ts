import type { UpdateConnectionInput } from '@astralis/core/sync/connection-input'
import type { Transaction } from '@astralis/db/client'
import { type ConnectionRow, updateConnection as updateRow } from '@astralis/db/queries/connections'
import {
  leaveCalendars,
  type LinkedCalendarRow,
  listLinkedCalendars,
  selectCalendars,
} from '@astralis/db/queries/linked-calendars'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound, ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { logConnection } from './log-connection.ts'
import { queueCalendars } from './queue-calendars.ts'
import { lockOwn } from './require-own.ts'
import { requireWorking } from './require-working.ts'

/** Pauses or resumes an account, or chooses which of its calendars are kept in step; both at once are one step. */
export async function updateConnection(
  ctx: ServiceContext,
  { id, syncEnabled, calendarIds }: UpdateConnectionInput,
): Promise<void> {
  await inOrganization(ctx, ctx.actor.orgId, async (tx) => {
    const connection = await lockOwn(tx, ctx.actor, id)
    if (connection.status === 'DISCONNECTED') requireWorking(connection)
    if (calendarIds) await choose(tx, ctx, connection, new Set(calendarIds))
    if (syncEnabled !== undefined) await enable(tx, ctx, connection, syncEnabled)
  })
}

async function choose(
  tx: Transaction,
  ctx: ServiceContext,
  { id: connectionId, provider, accountEmail }: ConnectionRow,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const { orgId } = ctx.actor
  const calendars = await listLinkedCalendars(tx, orgId, [connectionId])
  const known = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  for (const id of chosen) if (!known.has(id)) throw notFound('calendar')
  const added = calendars.filter(({ id, isSelected }) => chosen.has(id) && !isSelected)
  if (added.some(({ accessRole }) => accessRole === 'freeBusyReader')) {
    const message = 'Of this calendar the account may only see when it is busy. Ask its owner to share the details.'
    throw new ServiceError('INVALID_INPUT', message, { fields: { calendarIds: message } })
  }
  const removed = calendars.filter(({ id, isSelected }) => !chosen.has(id) && isSelected)
  if (added.length === 0 && removed.length === 0) return
  await selectCalendars(tx, orgId, idsOf(added), ctx.clock())
  await leaveCalendars(tx, orgId, idsOf(removed), { isSelected: false })
  await queueCalendars(tx, ctx, 'calendars.sync', orgId, idsOf(added))
  await queueCalendars(tx, ctx, 'calendars.release', orgId, idsOf(removed))
  const detail = { added: namesOf(added), removed: namesOf(removed) }
  await logConnection(tx, ctx, { orgId, connectionId, outcome: 'calendars-chosen', detail })
  const after = { provider, accountEmail, ...detail }
  await recordActivity(tx, ctx, [{ action: 'connection.calendars-chosen', entityId: connectionId, after }])
}

/** Resuming reads everything that is chosen now: the choice may be of a moment ago. */
async function enable(
  tx: Transaction,
  ctx: ServiceContext,
  connection: ConnectionRow,
  syncEnabled: boolean,
): Promise<void> {
  const { orgId } = ctx.actor
  const { id, status, provider, accountEmail } = connection
  if (syncEnabled === (status === 'ACTIVE')) return
  if (syncEnabled && status !== 'PAUSED') requireWorking(connection)
  if (!syncEnabled && status !== 'ACTIVE') return
  await updateRow(tx, orgId, id, { status: syncEnabled ? 'ACTIVE' : 'PAUSED', updatedAt: ctx.clock() })
  if (syncEnabled) {
    const calendars = await listLinkedCalendars(tx, orgId, [id])
    const chosen = calendars.filter(({ isSelected }) => isSelected).map((calendar) => calendar.id)
    await selectCalendars(tx, orgId, chosen, ctx.clock())
    await queueCalendars(tx, ctx, 'calendars.sync', orgId, chosen)
  }
  await logConnection(tx, ctx, { orgId, connectionId: id, outcome: syncEnabled ? 'resumed' : 'paused' })
  const action = syncEnabled ? 'connection.resumed' : 'connection.paused'
  const before = { provider, accountEmail, status }
  const after = { ...before, status: syncEnabled ? 'ACTIVE' : 'PAUSED' }
  await recordActivity(tx, ctx, [{ action, entityId: id, before, after }])
}

function idsOf(rows: readonly LinkedCalendarRow[]): string[] {
  return rows.map(({ id }) => id)
}

function namesOf(rows: readonly LinkedCalendarRow[]): string[] {
  return rows.map(({ name }) => name)
}
