import { mergeIntervals } from '@astralis/core/time/intervals'

/** The rejected way to read busy time (ADR 8): a derived table of one row per person and day, or per person and week. */
export interface BusyBits {
  table: string
  days: number
}

export const BITS_PER_DAY: BusyBits = { table: 'busy_days', days: 1 }
export const BITS_PER_WEEK: BusyBits = { table: 'busy_weeks', days: 7 }

/** Five minutes a bit; busy time is rounded outwards. */
const BITS_A_DAY = 288

/** The table, filled from what is stored, and the triggers that keep it in the same transaction. */
export function createBusyBits({ table, days }: BusyBits): string {
  const bits = `bit(${days * BITS_A_DAY})`
  const ones = `repeat('1', ${days * BITS_A_DAY})::${bits}`
  // The first period starts on a Monday, so that weeks do.
  const period = (at: string) => `date_bin('${days} days', ${at}, '2001-01-01Z')`
  const periods = (shares: string) => `
    select distinct org_id, email, period
    from ${shares}, generate_series(${period('starts_at')}, ends_at - interval '1 microsecond', '${days} days') as period`
  const bitsOf = (person: string) => `
    select coalesce(bit_or(
      (${ones} >> greatest(floor(extract(epoch from starts_at - ${person}.period) / 300), 0)::int) &
      (${ones} << greatest(${days * BITS_A_DAY} - ceil(extract(epoch from ends_at - ${person}.period) / 300), 0)::int)
    ), ~${ones})
    from (
      select starts_at, ends_at from participants
      where org_id = ${person}.org_id and email = ${person}.email and ends_at > ${person}.period
        and starts_at > ${person}.period - interval '1 day' and starts_at < ${person}.period + interval '${days} days'
        and event_takes_time and not is_optional and status <> 'declined'
      union all
      select starts_at, ends_at from participants
      where org_id = ${person}.org_id and email = ${person}.email and ends_at > ${person}.period
        and starts_at <= ${person}.period - interval '1 day' and spans_days
        and event_takes_time and not is_optional and status <> 'declined'
    ) as busy`
  const trigger = (event: string, changed: string, transitions: string) => `
    create function ${table}_after_${event}() returns trigger language plpgsql as $$
    declare
      changed record;
    begin
      for changed in ${periods(changed)} order by email, period loop
        -- Whoever comes second waits here, and only then reads what the first one has written.
        insert into ${table} values (changed.org_id, changed.email, changed.period, ~${ones})
          on conflict (org_id, email, period) do update set bits = excluded.bits;
        update ${table} set bits = (${bitsOf('changed')})
          where org_id = changed.org_id and email = changed.email and period = changed.period;
      end loop;
      return null;
    end $$;
    create trigger ${table}_after_${event} after ${event} on participants referencing ${transitions}
      for each statement execute function ${table}_after_${event}();`
  return `
    create table ${table} (org_id uuid, email text, period timestamptz, bits ${bits} not null,
      primary key (org_id, email, period) include (bits));
    alter table ${table} enable row level security;
    create policy tenant on ${table} to astralis_app using (org_id = current_org_id()) with check (org_id = current_org_id());
    grant select, insert, update on ${table} to astralis_app;
    insert into ${table} select *, (${bitsOf('person')}) from (${periods('participants')}) as person;
    ${trigger('insert', 'new_shares', 'new table as new_shares')}
    ${trigger('delete', 'old_shares', 'old table as old_shares')}
    ${trigger(
      'update',
      '(select * from old_shares union all select * from new_shares) as shares',
      'old table as old_shares new table as new_shares',
    )}`
}

const STEP = 5 * 60_000
const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)

/** The five minutes that are busy, as interval list, from what was read: of each period eight bytes, four, and its bits. */
export function intervalsOf({ days }: BusyBits, bytes: Buffer): number[] {
  const times: number[] = []
  const size = (days * BITS_A_DAY) / 8
  for (let offset = 0; offset < bytes.length; offset += 12 + size) {
    const period = POSTGRES_EPOCH_MS + Number(bytes.readBigInt64BE(offset) / 1000n)
    for (let bit = 0; bit < size * 8; bit++) {
      const isBusy = ((bytes[offset + 12 + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1
      if (isBusy) times.push(period + bit * STEP, period + (bit + 1) * STEP)
    }
  }
  return mergeIntervals(times)
}
