import type { FirstStepName } from '@astralis/core/people/first-steps'
import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { users } from '../schema/users.ts'

/**
 * What a member who is still new has done, read from what is there because of it; null for one who has put the first steps
 * away. A meeting is an event that they made, with somebody else in it.
 */
export async function findFirstSteps(
  tx: Transaction,
  orgId: string,
  userId: string,
): Promise<Record<FirstStepName, boolean> | null> {
  const [row] = await tx.execute<Record<FirstStepName, boolean>>(sql`
    select
      exists (select from availability a where a.org_id = u.org_id and a.user_id = u.id)
        or exists (select from availability_overrides o where o.org_id = u.org_id and o.user_id = u.id) as "HOURS",
      exists (select from connections c where c.org_id = u.org_id and c.user_id = u.id) as "CALENDAR",
      exists (select from users o where o.org_id = u.org_id and o.id <> u.id)
        or exists (select from member_invitations i where i.org_id = u.org_id) as "COLLEAGUES",
      exists (
        select from events e join participants p on p.org_id = e.org_id and p.event_id = e.id
        where e.org_id = u.org_id and e.created_by = u.id and e.source = 'internal' and p.email <> u.email
      ) as "MEETING"
    from users u
    where u.org_id = ${orgId} and u.id = ${userId} and u.is_new`)
  return row ?? null
}

/** Puts the first steps of a member away; false where they are already. */
export async function endFirstSteps(tx: Transaction, orgId: string, userId: string): Promise<boolean> {
  const ended = await tx
    .update(users)
    .set({ isNew: false })
    .where(and(eq(users.orgId, orgId), eq(users.id, userId), eq(users.isNew, true)))
    .returning({ id: users.id })
  return ended.length > 0
}
