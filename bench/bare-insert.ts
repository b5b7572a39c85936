import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Meeting } from './meetings.ts'

/**
 * The yardstick of `events.create`: the rows that it writes and nothing else, as the app's role, in one transaction
 * with prepared statements, sent together. No lock, no check, no answer.
 */
export function createBareInsert(databaseUrl: string, orgId: string, connections: number) {
  const sql = postgres(databaseUrl, { max: connections, connection: { role: 'astralis_app', TimeZone: 'UTC' } })
  return {
    insert: (meeting: Meeting) =>
      sql.begin((tx) => {
        const { event, participants, activity } = rowsOf(orgId, meeting)
        return [
          tx`select set_config('astralis.org_id', ${orgId}, true)`,
          tx`insert into events ${tx(event)}`,
          tx`insert into participants ${tx(participants)}`,
          tx`insert into activity ${tx({ ...activity, after: tx.json(activity.after) })}`,
        ]
      }),
    close: () => sql.end({ timeout: 5 }),
  }
}

function rowsOf(orgId: string, { organizer, guests, startsAt, endsAt }: Meeting) {
  const id = randomUUID()
  const now = new Date().toISOString()
  const visible = {
    title: 'Planning',
    description: null,
    starts_at: startsAt,
    ends_at: endsAt,
    all_day: false,
    time_zone: 'Europe/Berlin',
    location: null,
    meeting_link: null,
    shows_as: 'BUSY',
    status: 'SCHEDULED',
    suggestion: null,
  }
  const people = [
    { email: organizer.email, name: organizer.email, status: 'accepted', is_optional: false, is_organizer: true },
    ...guests.map(({ email }) => ({ email, name: null, status: 'pending', is_optional: false, is_organizer: false })),
  ]
  return {
    event: {
      ...visible,
      org_id: orgId,
      id,
      source: 'internal',
      created_by: organizer.id,
      idempotency_key: null,
      created_at: now,
      updated_at: now,
    },
    participants: people.map((person) => ({
      ...person,
      org_id: orgId,
      event_id: id,
      starts_at: startsAt,
      ends_at: endsAt,
      event_blocks: true,
      event_takes_time: true,
    })),
    activity: {
      org_id: orgId,
      id: randomUUID(),
      at: now,
      actor_id: organizer.id,
      origin: 'web 127.0.0.1',
      action: 'event.created',
      entity: 'event',
      entity_id: id,
      before: null,
      after: { ...visible, participants: people.map((person) => ({ ...person, user_id: organizer.id })) },
    },
  }
}
