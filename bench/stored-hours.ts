import postgres from 'postgres'
import { hoursOf } from './slot-people.ts'
import type { Team } from './team.ts'

/** Gives every member hours of their own: sixty different ones, in three zones. */
export async function storeHours(databaseUrl: string, { orgId, members }: Team): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 })
  const weeks = members.map(({ id }, index) => {
    const { rules, timeZone } = hoursOf(index)
    return { id, timeZone, rules: rules.map((rule) => ({ ...rule, isActive: true })) }
  })
  await sql`
    insert into availability (org_id, user_id, time_zone, rules, buffer_before_minutes, buffer_after_minutes)
    select ${orgId}, week.id, week."timeZone", week.rules, 0, 0
    from jsonb_to_recordset(${sql.json(weeks)}) as week(id uuid, "timeZone" text, rules jsonb)`
  await sql`analyze availability`
  await sql.end()
}
