import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import type { EventStatus } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'

export interface OccurrenceRow {
  event: OccurrenceDraft
  /** What it has come to after a look at conflicts. */
  status: EventStatus
}

/** Adds many events in one statement of one text. */
export async function insertEvents(
  tx: Transaction,
  orgId: string,
  rows: readonly OccurrenceRow[],
  now: Temporal.Instant,
): Promise<void> {
  if (rows.length === 0) return
  const at = now.toString()
  await tx.execute(sql`
    insert into events (org_id, id, title, description, starts_at, ends_at, all_day, time_zone, location, meeting_link,
      shows_as, status, source, suggestion, reminder_offsets_minutes, series_id, original_starts_at, own_fields, created_by, created_at, updated_at)
    select ${orgId}, e.id, e.title, e.description, e."startsAt", e."endsAt", e."allDay", e."timeZone", e.location,
      e."meetingLink", e."showsAs", e.status, e.source, e.suggestion, e."reminderOffsetsMinutes", e."seriesId", e."originalStartsAt",
      e."ownFields", e."createdBy", ${at}::timestamptz, ${at}::timestamptz
    from ${recordset(rows)}`)
}

/** Gives many events new content in one statement, so that they may trade places. */
export async function updateEvents(
  tx: Transaction,
  orgId: string,
  rows: readonly OccurrenceRow[],
  now: Temporal.Instant,
): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    update events set (version, sequence, title, description, starts_at, ends_at, all_day, time_zone, location, meeting_link,
      shows_as, status, reminder_offsets_minutes, series_id, original_starts_at, own_fields, updated_at)
      = (e.version, e.sequence, e.title, e.description, e."startsAt", e."endsAt", e."allDay", e."timeZone", e.location,
      e."meetingLink", e."showsAs", e.status, e."reminderOffsetsMinutes", e."seriesId", e."originalStartsAt", e."ownFields",
      ${now.toString()}::timestamptz)
    from ${recordset(rows)}
    where events.org_id = ${orgId} and events.id = e.id`)
}

/** Makes the occurrences of one series those of another. */
export async function moveToSeries(tx: Transaction, orgId: string, from: string, to: string): Promise<void> {
  await tx
    .update(events)
    .set({ seriesId: to })
    .where(and(eq(events.orgId, orgId), eq(events.seriesId, from)))
}

function recordset(rows: readonly OccurrenceRow[]) {
  const content = rows.map(({ event, status }) => ({ ...event, status, participants: undefined }))
  return sql`jsonb_to_recordset(${JSON.stringify(content)}::jsonb) as e(id uuid, version int, sequence int, title text,
    description text, "startsAt" timestamptz, "endsAt" timestamptz, "allDay" boolean, "timeZone" text, location text,
    "meetingLink" text, "showsAs" shows_as, status event_status, source event_source, suggestion jsonb, "reminderOffsetsMinutes" int[], "seriesId" uuid,
    "originalStartsAt" timestamptz, "ownFields" text[], "createdBy" uuid)`
}
