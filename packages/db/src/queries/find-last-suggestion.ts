import type { Suggestion } from '@astralis/core/events/event'
import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'

/** The suggestion that this member booked last; null where there is none. */
export async function findLastSuggestion(
  tx: Transaction,
  orgId: string,
  createdBy: string,
): Promise<Suggestion | null> {
  const [row] = await tx
    .select({ suggestion: events.suggestion })
    .from(events)
    .where(
      and(
        eq(events.orgId, orgId),
        eq(events.createdBy, createdBy),
        isNotNull(events.suggestion),
        ne(events.status, 'CANCELLED'),
      ),
    )
    .orderBy(desc(events.createdAt))
    .limit(1)
  return row?.suggestion ?? null
}
