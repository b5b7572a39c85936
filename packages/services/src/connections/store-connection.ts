import type { RemoteCalendar } from '@astralis/calendars/provider'
import type { Transaction } from '@astralis/db/client'
import {
  type ConnectionRow,
  insertConnection,
  lockConnectionOf,
  updateConnection,
} from '@astralis/db/queries/connections'
import {
  leaveCalendars,
  listLinkedCalendars,
  putLinkedCalendar,
  selectCalendars,
} from '@astralis/db/queries/linked-calendars'
import { recordActivity } from '../activity/record-activity.ts'
import type { Actor } from '../context.ts'
import { withPeopleLocked } from '../transaction.ts'
import type { CalendarRuntime } from './access-token.ts'
import type { Granted } from './finish-authorization.ts'
import { logConnection } from './log-connection.ts'
import { queueCalendars } from './queue-calendars.ts'
import { tokenPlace } from './sealed-places.ts'

type Linking = CalendarRuntime & { actor: Actor; origin: string }

/**
 * Stores an account that was linked, or linked again: then it is the same one, with what was chosen. Everything chosen is
 * read as soon as a worker is free.
 */
export async function storeConnection(ctx: Linking, granted: Granted): Promise<void> {
  const { orgId, userId, email } = ctx.actor
  const { provider, account, calendars } = granted
  // Somebody who comes back twice at once links one account, not two.
  await withPeopleLocked(ctx, orgId, [email], async (tx) => {
    const known = await lockConnectionOf(tx, { orgId, userId, provider, accountId: account.remoteId })
    const id = await putAccount(tx, ctx, granted, known)
    await putCalendars(tx, ctx, { connectionId: id, calendars, isNew: known === null })
    const outcome = known ? 'reconnected' : 'connected'
    await logConnection(tx, ctx, { orgId, connectionId: id, outcome })
    const after = { provider, accountEmail: account.remoteId }
    await recordActivity(tx, ctx, [{ action: `connection.${outcome}`, entityId: id, after }])
  })
}

async function putAccount(
  tx: Transaction,
  { actor, calendars: { seal }, clock, newId }: Linking,
  { provider, tokens, account }: Granted,
  known: ConnectionRow | null,
): Promise<string> {
  const { orgId, userId } = actor
  const id = known?.id ?? newId()
  const now = clock()
  const place = { orgId, id, provider }
  const changes = {
    accountEmail: account.remoteId.toLowerCase(),
    status: 'ACTIVE' as const,
    scopes: tokens.scopes,
    accessToken: seal.seal(tokens.accessToken, tokenPlace(place, 'access_token')),
    accessExpiresAt: now.add({ seconds: tokens.expiresInSeconds }),
    refreshToken: seal.seal(tokens.refreshToken, tokenPlace(place, 'refresh_token')),
    problem: null,
    problemDetail: null,
    problemSince: null,
    updatedAt: now,
  }
  if (known) await updateConnection(tx, orgId, id, changes)
  else await insertConnection(tx, { ...place, ...changes, userId, accountId: account.remoteId, createdAt: now })
  return id
}

interface Found {
  connectionId: string
  calendars: readonly RemoteCalendar[]
  isNew: boolean
}

/** The primary calendar is chosen at first. One that is not there any more stays known, and is read no more. */
async function putCalendars(tx: Transaction, ctx: Linking, { connectionId, calendars, isNew }: Found): Promise<void> {
  const { orgId } = ctx.actor
  for (const { remoteId, name, timeZone, accessRole, isPrimary } of calendars) {
    const row = { remoteId, name, timeZone, accessRole, isPrimary, isSelected: isNew && isPrimary }
    await putLinkedCalendar(tx, { ...row, orgId, connectionId, id: ctx.newId() })
  }
  const there = new Set(calendars.map(({ remoteId }) => remoteId))
  const selected = (await listLinkedCalendars(tx, orgId, [connectionId])).filter(({ isSelected }) => isSelected)
  const [read, vanished] = [true, false].map((isThere) =>
    selected.filter(({ remoteId }) => there.has(remoteId) === isThere).map(({ id }) => id),
  )
  await selectCalendars(tx, orgId, read ?? [], ctx.clock())
  await leaveCalendars(tx, orgId, vanished ?? [], { isSelected: false })
  await queueCalendars(tx, ctx, 'calendars.sync', orgId, read ?? [])
  await queueCalendars(tx, ctx, 'calendars.release', orgId, vanished ?? [])
}
