import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { getEvent } from '../events/get-event.ts'
import { type CalendarWorld, createCalendarWorld, linkAccount, withCalendars } from '../testing/calendar-world.ts'
import { createOrganization, eventInput } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'
import { disconnect } from './disconnect.ts'
import { releaseCalendar } from './release-calendar.ts'

const EMAIL = 'ana@gmail.example'
let world: CalendarWorld
let ana: ServiceContext
let connectionId: string
let calendarId: string

beforeAll(async () => {
  world = await createCalendarWorld()
  world.google.control.addAccount({ email: EMAIL, name: 'Ana' })
  ana = await createOrganization(world)
  const connection = await linkAccount(world, ana, { email: EMAIL })
  connectionId = connection.id
  calendarId = connection.calendars[0]?.id ?? ''
})
afterAll(() => world.close())

/** As a pull would have left it. */
async function link(ownId: string, source: 'google' | 'internal'): Promise<void> {
  const { orgId } = ana.actor
  await world.owner.execute(sql`update events set source = ${source} where id = ${ownId} or series_id = ${ownId}`)
  await world.owner.execute(sql`update series set source = ${source} where id = ${ownId}`)
  await world.owner.execute(sql`
    insert into links (org_id, id, calendar_id, remote_id, own_id, owner, write_access)
    values (${orgId}, ${randomUUID()}, ${calendarId}, ${randomUUID()}, ${ownId}, 'there', 'all')
    on conflict do nothing`)
}

it('A3: what was imported goes, series and all; what was made here stays, and takes the time that it waited for', async () => {
  const single = await createEvent(ana, eventInput({ title: 'Imported' }))
  const waiting = await createEvent(ana, eventInput({ title: 'Own, at the same time' }))
  const series = await createEvent(
    ana,
    eventInput({
      startsAt: '2026-03-11T09:00:00Z',
      endsAt: '2026-03-11T10:00:00Z',
      recurrence: 'RRULE:FREQ=DAILY;COUNT=30',
    }),
  )
  const own = await createEvent(ana, eventInput({ startsAt: '2026-06-11T09:00:00Z', endsAt: '2026-06-11T10:00:00Z' }))
  expect((await getEvent(ana, { id: waiting.event.id })).status).toBe('CONFLICT')
  await link(single.event.id, 'google')
  await link(series.event.seriesId ?? '', 'google')
  await link(own.event.id, 'internal')

  const ctx = withCalendars(world, ana)
  const { orgId } = ana.actor
  // As long as it is read, nothing goes.
  expect(await releaseCalendar(ctx, { orgId, id: calendarId })).toEqual({ events: 0 })
  await disconnect(ana, { id: connectionId })
  expect(await releaseCalendar(ctx, { orgId, id: calendarId })).toEqual({ events: 31 })
  expect(await releaseCalendar(ctx, { orgId, id: calendarId })).toEqual({ events: 0 })

  const rows = await world.owner.execute<{ id: string }>(sql`select id from events where org_id = ${orgId} order by id`)
  expect(rows.map(({ id }) => id)).toEqual([own.event.id, waiting.event.id].toSorted())
  expect((await getEvent(ana, { id: waiting.event.id })).status).toBe('SCHEDULED')
  const links = await world.owner.execute<{ id: string }>(sql`
    select own_id as id from links where org_id = ${orgId} order by 1`)
  expect(links.map(({ id }) => id)).toEqual([own.event.id, waiting.event.id].toSorted())
  expect([...(await world.owner.execute(sql`select id from series where org_id = ${orgId}`))]).toEqual([])
  expect(await violationsIn(world.owner)).toEqual([])
})

it('A3: 2,000 imported events go in batches', async () => {
  const connection = await linkAccount(world, ana, { email: EMAIL })
  const { orgId } = ana.actor
  await world.owner.execute(sql`
    with added as (
      insert into events (org_id, id, title, starts_at, ends_at, time_zone, all_day, shows_as, status, source, created_by,
        created_at, updated_at)
      select ${orgId}, gen_random_uuid(), 'Imported', t, t + interval '1 minute', 'UTC', false, 'BUSY', 'SCHEDULED', 'google',
        ${ana.actor.userId}, now(), now()
      from generate_series(timestamptz '2026-07-01', timestamptz '2026-07-01' + interval '1999 minutes', interval '1 minute') as t
      returning id)
    insert into links (org_id, id, calendar_id, remote_id, own_id, owner, write_access)
    select ${orgId}, gen_random_uuid(), ${calendarId}, id::text, id, 'there', 'all' from added`)
  await disconnect(ana, connection)
  expect(await releaseCalendar(withCalendars(world, ana), { orgId, id: calendarId })).toEqual({ events: 2000 })
})
