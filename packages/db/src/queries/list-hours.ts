import { type AvailabilityRule, defaultAvailability } from '@astralis/core/availability/availability'
import type { TeamHours } from '@astralis/core/team/team-person'
import type { Span } from '@astralis/core/time/span'
import type { DateOverride } from '@astralis/core/time/working-hours'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

interface HoursRow extends Record<string, unknown> {
  timeZone: string
  rules: AvailabilityRule[] | null
  before: number | null
  after: number | null
  overrides: DateOverride[] | null
  ids: string[]
  emails: string[]
  names: string[]
}

/**
 * The availability of those of `emails` who are members, with the overrides around `span`; who keeps the same hours
 * comes in one row. Two days more on both sides, because dates are local to somebody.
 */
export async function listHours(
  tx: Transaction,
  orgId: string,
  emails: readonly string[],
  { startsAt, endsAt }: Span,
): Promise<TeamHours[]> {
  const rows = await tx.execute<HoursRow>(sql`
    select coalesce(a.time_zone, u.time_zone) as "timeZone", a.rules, a.buffer_before_minutes as before,
      a.buffer_after_minutes as after, o.overrides,
      array_agg(u.id::text) as ids, array_agg(u.email) as emails, array_agg(u.name) as names
    from users u
    left join availability a on a.org_id = u.org_id and a.user_id = u.id
    left join (
      select user_id, jsonb_agg(jsonb_build_object('date', date, 'ranges', ranges) order by date) as overrides
      from availability_overrides
      where org_id = ${orgId} and date between (${startsAt.toString()}::timestamptz - interval '2 days')::date
        and (${endsAt.toString()}::timestamptz + interval '2 days')::date
      group by user_id
    ) o on o.user_id = u.id
    where u.org_id = ${orgId} and u.email = any(${sql.param(emails)}::text[])
    group by 1, 2, 3, 4, 5`)
  return rows.map(({ timeZone, rules, before, after, overrides, ids, emails: addresses, names }) => ({
    timeZone,
    rules: rules ?? defaultAvailability(timeZone).rules,
    isSet: rules !== null,
    overrides: overrides ?? [],
    bufferBeforeMinutes: before ?? 0,
    bufferAfterMinutes: after ?? 0,
    members: addresses.map((email, index) => ({ id: ids[index] ?? '', email, name: names[index] ?? email })),
  }))
}
