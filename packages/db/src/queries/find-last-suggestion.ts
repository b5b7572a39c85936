import type { Suggestion } from '@astralis/core/events/event'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

/** The suggestion that this member booked last; null where there is none. */
export async function findLastSuggestion(
  tx: Transaction,
  orgId: string,
  createdBy: string,
): Promise<Suggestion | null> {
  const [row] = await tx.execute<{ suggestion: Suggestion }>(sql`
    select suggestion from events
    where org_id = ${orgId} and created_by = ${createdBy} and suggestion is not null and status <> 'CANCELLED'
    order by created_at desc limit 1`)
  return row?.suggestion ?? null
}
