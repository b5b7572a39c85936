import { defaultAvailability } from '@astralis/core/availability/availability'
import type { AvailabilityRule } from '@astralis/core/availability/availability'
import type { SharedHours } from '@astralis/core/slots/person'
import type { DateOverride, TimeRange } from '@astralis/core/time/working-hours'
import type { Span } from '@astralis/core/time/span'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

interface HoursRow extends Record<string, unknown> {
  timeZone: string
  rules: AvailabilityRule[] | null
  before: number | null
  after: number | null
  emails: string[]
  names: string[]
}

/** The working hours of those of `emails` who are members; who keeps the same week comes in one row. */
export async function listHours(tx: Transaction, orgId: string, emails: readonly string[]): Promise<SharedHours[]> {
  const rows = await tx.execute<HoursRow>(sql`
    select coalesce(a.time_zone, u.time_zone) as "timeZone", a.rules, a.buffer_before_minutes as before,
      a.buffer_after_minutes as after, array_agg(u.email) as emails, array_agg(u.name) as names
    from users u left join availability a on a.org_id = u.org_id and a.user_id = u.id
    where u.org_id = ${orgId} and u.email = any(${sql.param(emails)}::text[])
    group by 1, 2, 3, 4`)
  return rows.map(({ timeZone, rules, before, after, emails, names }) => ({
    timeZone,
    rules: rules ?? defaultAvailability(timeZone).rules,
    bufferBeforeMinutes: before ?? 0,
    bufferAfterMinutes: after ?? 0,
    emails,
    names,
  }))
}

interface OverrideRow extends Record<string, unknown> {
  email: string
  date: string
  ranges: TimeRange[]
}

/** Their dates with other hours around `span`, by address: a day more on both sides, whatever their zones. */
export async function listOverridesOf(
  tx: Transaction,
  orgId: string,
  emails: readonly string[],
  { startsAt, endsAt }: Span,
): Promise<Map<string, DateOverride[]>> {
  const rows = await tx.execute<OverrideRow>(sql`
    select u.email, o.date::text as date, o.ranges
    from users u join availability_overrides o on o.org_id = u.org_id and o.user_id = u.id
    where u.org_id = ${orgId} and u.email = any(${sql.param(emails)}::text[])
      and o.date between (${startsAt.toString()}::timestamptz - interval '2 days')::date
        and (${endsAt.toString()}::timestamptz + interval '2 days')::date`)
  const overrides = new Map<string, DateOverride[]>()
  for (const { email, date, ranges } of rows) {
    const own = overrides.get(email)
    if (own) own.push({ date, ranges })
    else overrides.set(email, [{ date, ranges }])
  }
  return overrides
}
