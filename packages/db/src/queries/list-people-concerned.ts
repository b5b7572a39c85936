import type { Scope } from '@astralis/core/events/event'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

/**
 * Everybody whom a change of an event concerns: who takes part in it, or in an event that waits for its time. The same
 * for the other occurrences of its series where `scope` has them. Nobody where there is no such event.
 */
export async function listPeopleConcerned(
  tx: Transaction,
  orgId: string,
  eventId: string,
  scope: Scope,
): Promise<string[]> {
  const rows = await tx.execute<{ email: string }>(sql`
    with changing as (
      select id from events where org_id = ${orgId} and id = ${eventId}
      union
      select other.id
      from events event join events other on other.org_id = event.org_id and other.series_id = event.series_id
      where event.org_id = ${orgId} and event.id = ${eventId} and ${scope}::text <> 'this'
        and (${scope}::text = 'all' or other.original_starts_at >= event.original_starts_at)
    ), concerned as (
      select id from changing
      union
      select event_id from event_conflicts where org_id = ${orgId} and other_event_id in (select id from changing)
    )
    select distinct email from participants where org_id = ${orgId} and event_id in (select id from concerned)`)
  return rows.map(({ email }) => email)
}
