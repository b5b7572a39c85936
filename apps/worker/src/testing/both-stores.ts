import type { Control } from '@astralis/calendars/testing/google-stand-in/control'
import { sql } from 'drizzle-orm'
import type { Linked } from './link-account.ts'
import type { SyncSite } from './sync-site.ts'

const DAY_MS = 86_400_000

/** Everything that takes place, as lines that can be compared; and what the two know of each other. */
interface BothStores {
  here: string[]
  there: string[]
  /** Events and series there that are linked with none or several here, or the other way round. */
  unlinked: number
  /** Changes that the other side does not know yet. */
  waiting: number
}

/** What a member's organization has, and what their calendar at Google has. */
export async function bothStores(
  { owner, google }: SyncSite,
  { ctx, account, calendarId }: Linked,
): Promise<BothStores> {
  const { orgId } = ctx.actor
  const rows = await owner.execute<{ title: string; description: string; startsAt: string; endsAt: string }>(sql`
    select title, coalesce(description, '') as description,
      to_char(starts_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startsAt",
      to_char(ends_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endsAt"
    from events where org_id = ${orgId} and status <> 'CANCELLED'`)
  const links = await owner.execute<{ remoteId: string; isWaiting: boolean }>(sql`
    select remote_id as "remoteId", push_requested_at is not null as "isWaiting" from links
    where org_id = ${orgId} and calendar_id = ${calendarId} and original_starts_at is null and remote_id is not null`)
  const whole = google.control.events(account).filter(({ recurringEventId }) => recurringEventId === undefined)
  const linked = new Set(links.map(({ remoteId }) => remoteId))
  const [pull] = await owner.execute<{ isWaiting: boolean }>(sql`
    select pull_requested_at is not null or sync_token is null or page_token is not null as "isWaiting"
    from calendars where org_id = ${orgId} and id = ${calendarId}`)
  return {
    here: rows.map((row) => lineOf(row)).toSorted(),
    there: eventsThere(google.control, account).toSorted(),
    unlinked: Math.abs(links.length - whole.length) + whole.filter(({ id }) => !linked.has(id)).length,
    waiting: links.filter(({ isWaiting }) => isWaiting).length + (pull?.isWaiting === false ? 0 : 1),
  }
}

function lineOf({
  title,
  description,
  startsAt,
  endsAt,
}: Record<'title' | 'description' | 'startsAt' | 'endsAt', string>) {
  return `${title} (${description}) ${startsAt} ${endsAt}`
}

/** Series with each of their occurrences in the next year. */
function eventsThere(control: Control, account: string): string[] {
  const { events: all } = control.calendar(account)
  const [from, to] = [Date.now() - DAY_MS, Date.now() + 365 * DAY_MS]
  return control
    .events(account)
    .flatMap((event) => {
      if (!event.recurrence) return [event]
      return control.instances(account, event.id, from, to).filter(({ id }) => !all.has(id))
    })
    .map(({ summary = '', description = '', start, end }) => {
      const [startsAt, endsAt] = [start, end].map(({ dateTime = '' }) => new Date(dateTime).toISOString())
      return lineOf({ title: summary, description, startsAt: startsAt ?? '', endsAt: endsAt ?? '' })
    })
}
