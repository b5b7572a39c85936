import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

export interface ImportedItem {
  /** An event's id, or a series'. */
  id: string
  isSeries: boolean
}

/**
 * Whether a calendar is not read any more. It is not taken up again before the transaction ends. Null for one that is not
 * there.
 */
export async function lockLeftCalendar(
  tx: Transaction,
  orgId: string,
  calendarId: string,
): Promise<{ isLeft: boolean; connectionId: string } | null> {
  const [row] = await tx.execute<{ isLeft: boolean; connectionId: string }>(sql`
    select not c.is_selected or n.status = 'DISCONNECTED' as "isLeft", c.connection_id as "connectionId"
    from calendars c join connections n on n.org_id = c.org_id and n.id = c.connection_id
    where c.org_id = ${orgId} and c.id = ${calendarId}
    for share of c, n`)
  return row ?? null
}

/** Some of what was imported from this calendar and is in no other one that is read. */
export async function listImportedOnlyFrom(
  tx: Transaction,
  orgId: string,
  calendarId: string,
  limit: number,
): Promise<ImportedItem[]> {
  const rows = await tx.execute<{ id: string; isSeries: boolean }>(sql`
    select distinct l.own_id as id, s.id is not null as "isSeries"
    from links l
    left join events e on e.org_id = l.org_id and e.id = l.own_id and e.source <> 'internal'
    left join series s on s.org_id = l.org_id and s.id = l.own_id and s.source <> 'internal'
    where l.org_id = ${orgId} and l.calendar_id = ${calendarId} and (e.id is not null or s.id is not null)
      and not exists (
        select from links other
        join calendars c on c.org_id = other.org_id and c.id = other.calendar_id and c.is_selected
        join connections n on n.org_id = c.org_id and n.id = c.connection_id and n.status <> 'DISCONNECTED'
        where other.org_id = l.org_id and other.own_id = l.own_id and other.calendar_id <> l.calendar_id)
    order by 1 limit ${limit}`)
  return [...rows]
}

/** Forgets that these items are in calendars, whichever. */
export async function deleteLinksOf(tx: Transaction, orgId: string, ownIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    delete from links where org_id = ${orgId} and own_id = any(${sql.param(ownIds)}::uuid[])`)
}
