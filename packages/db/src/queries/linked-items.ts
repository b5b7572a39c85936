import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { connections } from '../schema/connections.ts'
import { calendars, links } from '../schema/sync.ts'

/** An item as a whole, in a calendar that is kept in step. */
const isPlace = and(
  isNull(links.originalStartsAt),
  eq(calendars.isSelected, true),
  ne(connections.status, 'DISCONNECTED'),
)

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
 * How much of items that were imported a member's own accounts let them change, by item; those that are in no calendar of
 * theirs are left out. Nobody writes in the name of somebody else.
 */
export async function listWriteAccess(
  tx: Transaction,
  orgId: string,
  ownIds: readonly string[],
  userId: string | null,
): Promise<Map<string, WriteAccess>> {
  if (ownIds.length === 0 || userId === null) return new Map()
  const rows = await tx
    .selectDistinctOn([links.ownId], { id: links.ownId, access: links.writeAccess })
    .from(links)
    .innerJoin(calendars, and(eq(calendars.orgId, links.orgId), eq(calendars.id, links.calendarId)))
    .innerJoin(connections, and(eq(connections.orgId, calendars.orgId), eq(connections.id, calendars.connectionId)))
    .where(and(eq(links.orgId, orgId), anyOf(links.ownId, ownIds), isPlace, eq(connections.userId, userId)))
    // What lets them change more comes first in the type.
    .orderBy(links.ownId, links.writeAccess)
  return new Map(rows.map(({ id, access }) => [id, access]))
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
    .where(and(eq(links.orgId, orgId), eq(links.ownId, ownId), isPlace))
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
