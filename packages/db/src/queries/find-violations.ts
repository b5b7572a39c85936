import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

export interface Violation {
  invariant: string
  count: number
}

/**
 * What the data breaks of the rules that must always hold, across all organizations; an empty list is the proof that
 * they do. The transaction must have entered a sweep. Tests and benchmarks run it after every race and every kill.
 */
export async function findViolations(tx: Transaction): Promise<Violation[]> {
  const rows = await tx.execute<{ invariant: string; count: number }>(sql`
    with shares as (
      select p.*, e.status as event_status, e.source
      from participants p join events e on e.org_id = p.org_id and e.id = p.event_id
      where e.shows_as = 'BUSY' and not p.is_optional and p.status <> 'declined'
    ), checks as (
      select 'nobody is booked twice' as invariant, count(*) as count
        from shares a join shares b on b.org_id = a.org_id and b.email = a.email and b.event_id > a.event_id
          and b.starts_at < a.ends_at and b.ends_at > a.starts_at
        where a.event_status in ('SCHEDULED', 'CONFIRMED') and b.event_status in ('SCHEDULED', 'CONFIRMED')
          and a.source = 'internal' and b.source = 'internal'
      union all
      select 'every event ends after it starts', count(*) from events
        where ends_at <= starts_at or not isfinite(starts_at) or not isfinite(ends_at)
      union all
      select 'shares repeat their event', count(*)
        from participants p left join events e on e.org_id = p.org_id and e.id = p.event_id
        where e.id is null or (p.starts_at, p.ends_at, p.event_blocks, p.event_takes_time)
          is distinct from (e.starts_at, e.ends_at, e.blocks, e.takes_time)
      union all
      select 'every event has one organizer', count(*) from events e
        where 1 <> (select count(*) from participants p
          where p.org_id = e.org_id and p.event_id = e.id and p.is_organizer)
      union all
      select 'whoever waits, waits for somebody who has the time', count(*)
        from event_conflicts c join events e on e.org_id = c.org_id and e.id = c.event_id and e.status = 'CONFLICT'
        where not exists (select from shares a join shares b on b.org_id = a.org_id and b.email = a.email
          where a.org_id = c.org_id and a.event_id = c.event_id and b.event_id = c.other_event_id and a.email = c.email
            and b.starts_at < a.ends_at and b.ends_at > a.starts_at
            and (b.event_status in ('SCHEDULED', 'CONFIRMED', 'COMPLETED') or b.source <> 'internal'))
      union all
      select 'an event in conflict says with what', count(*) from events e
        where e.status = 'CONFLICT'
          and not exists (select from event_conflicts c where c.org_id = e.org_id and c.event_id = e.id)
      union all
      select 'only events in conflict or past ones have conflicts', count(*)
        from event_conflicts c join events e on e.org_id = c.org_id and e.id = c.event_id
        where e.status not in ('CONFLICT', 'COMPLETED')
      union all
      select 'a reminder that waits is of its event as it is, to somebody who takes part', count(*)
        from mails m left join events e on e.org_id = m.org_id and e.id = m.event_id
          left join participants p on p.org_id = e.org_id and p.event_id = e.id and p.email = m.recipient_email
        where m.kind = 'reminder' and m.status = 'PENDING' and (e.id is null or e.status = 'CANCELLED'
          or m.event_version <> e.version or m.due_at <> e.starts_at - m.offset_minutes * interval '1 minute'
          or p.email is null or p.status = 'declined')
      union all
      select 'nobody waits for two mails that say the same', count(*) from (
        select from mails where status = 'PENDING'
        group by org_id, uid, event_id, recipient_email, original_starts_at, kind = 'reminder', due_at
        having count(*) > 1) as twice
    )
    select invariant, count::int from checks where count > 0`)
  return [...rows]
}
