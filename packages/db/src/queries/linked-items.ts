import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { connections } from '../schema/connections.ts'
import { calendars, links } from '../schema/sync.ts'

/** What linked calendars have of single occurrences of these series, by series and slot (epoch milliseconds). */
export async function listExceptions(
  tx: Transaction,
  orgId: string,
  seriesIds: readonly string[],
): Promise<Map<string, Map<number, CalendarEvent | null>>> {
  const found = new Map<string, Map<number, CalendarEvent | null>>()
  if (seriesIds.length === 0) return found
  const rows = await tx
    .select({ ownId: links.ownId, originalStartsAt: links.originalStartsAt, base: links.base })
    .from(links)
    .where(and(eq(links.orgId, orgId), anyOf(links.ownId, seriesIds), isNotNull(links.originalStartsAt)))
  for (const { ownId, originalStartsAt, base } of rows) {
    const slots = found.get(ownId) ?? new Map<number, CalendarEvent | null>()
    if (originalStartsAt) slots.set(originalStartsAt.epochMilliseconds, base?.there ?? null)
    found.set(ownId, slots)
  }
  return found
}

/**
 * How much of an item that was imported a member's own accounts let them change; `none` where it is in no calendar of theirs.
 * Nobody writes in the name of somebody else.
 */
export async function findWriteAccess(
  tx: Transaction,
  orgId: string,
  ownId: string,
  userId: string | null,
): Promise<WriteAccess> {
  const [row] = await tx.execute<{ access: WriteAccess }>(sql`
    select l.write_access as access from links l
    join calendars c on c.org_id = l.org_id and c.id = l.calendar_id and c.is_selected
    join connections n on n.org_id = c.org_id and n.id = c.connection_id and n.status <> 'DISCONNECTED'
      and n.user_id = ${userId}
    where l.org_id = ${orgId} and l.own_id = ${ownId} and l.original_starts_at is null
    order by l.write_access limit 1`)
  return row?.access ?? 'none'
}

/** Where else an event is: the linked calendars that have it. */
export async function listPlaces(tx: Transaction, orgId: string, ownId: string) {
  return tx
    .select({
      provider: connections.provider,
      calendarName: calendars.name,
      userId: connections.userId,
      writeAccess: links.writeAccess,
      webLink: links.webLink,
      problem: links.problem,
    })
    .from(links)
    .innerJoin(calendars, and(eq(calendars.orgId, links.orgId), eq(calendars.id, links.calendarId)))
    .innerJoin(connections, and(eq(connections.orgId, calendars.orgId), eq(connections.id, calendars.connectionId)))
    .where(
      and(
        eq(links.orgId, orgId),
        eq(links.ownId, ownId),
        isNull(links.originalStartsAt),
        eq(calendars.isSelected, true),
        ne(connections.status, 'DISCONNECTED'),
      ),
    )
}

/** Under which UIDs linked calendars keep what was written to them, by the id that it has here. */
export async function listLinkedUids(
  tx: Transaction,
  orgId: string,
  ownIds: readonly string[],
): Promise<Map<string, string>> {
  if (ownIds.length === 0) return new Map()
  const rows = await tx
    .select({ ownId: links.ownId, icalUid: links.icalUid })
    .from(links)
    .where(
      and(eq(links.orgId, orgId), anyOf(links.ownId, ownIds), eq(links.owner, 'here'), isNull(links.originalStartsAt)),
    )
  return new Map(rows.flatMap(({ ownId, icalUid }) => (icalUid === null ? [] : [[ownId, icalUid]])))
}
