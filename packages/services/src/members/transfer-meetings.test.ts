import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { extendSeries } from '../events/extend-series.ts'
import { getEvent } from '../events/get-event.ts'
import { type CalendarWorld, createCalendarWorld, linkAccount } from '../testing/calendar-world.ts'
import { createMailService, deliverNews } from '../testing/mail-world.ts'
import { addMember, createOrganization, eventInput, runtimeOf } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'
import { transferMeetings } from './transfer-meetings.ts'
import { updateMember } from './update-member.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
let world: CalendarWorld
let admin: ServiceContext
let from: ServiceContext
let to: ServiceContext
let client: ServiceContext

beforeAll(async () => {
  world = await createCalendarWorld()
})
beforeEach(async () => {
  world.now = NOW
  admin = await createOrganization(world)
  from = await addMember(world, admin.actor.orgId)
  to = await addMember(world, admin.actor.orgId)
  client = await addMember(world, admin.actor.orgId, 'CLIENT')
})
afterEach(async () => {
  expect(await violationsIn(world.db)).toEqual([])
})
afterAll(() => world.close())

type Fields = Parameters<typeof eventInput>[0]
/** An hour, so many days from now. */
const inDays = (days: number) => ({
  startsAt: world.now.add({ hours: 24 * days }).toString(),
  endsAt: world.now.add({ hours: 24 * days + 1 }).toString(),
})
async function book(by: ServiceContext, days: number, fields: Fields = {}) {
  const { event } = await createEvent(
    by,
    eventInput({ ...inDays(days), participants: [{ email: client.actor.email }], ...fields }),
  )
  return event
}
const transfer = () => transferMeetings(admin, { fromId: from.actor.userId, toId: to.actor.userId })
const look = (event: { id: string }) => getEvent(admin, { id: event.id })
const organizerOf = (event: { participants: { email: string; isOrganizer: boolean }[] }) =>
  event.participants.find(({ isOrganizer }) => isOrganizer)?.email
const emailsOf = (event: { participants: { email: string }[] }) => event.participants.map(({ email }) => email)
const deactivate = (member: ServiceContext) => updateMember(admin, { id: member.actor.userId, isActive: false })
const occurrencesOf = async (seriesId: string | null) => {
  const rows = await world.owner.execute<{ id: string }>(
    sql`select id from events where series_id = ${seriesId} order by original_starts_at`,
  )
  return Promise.all(rows.map(look))
}

describe('H1: a member’s coming meetings', () => {
  it('get another creator and organizer; the former one stays among the others', async () => {
    const event = await book(from, 1)
    const others = await book(admin, 2, { participants: [{ email: from.actor.email }] })
    expect(await transfer()).toBe(1)
    const after = await look(event)
    expect(after).toMatchObject({ createdBy: to.actor.userId, status: 'SCHEDULED', version: event.version + 1 })
    expect(organizerOf(after)).toBe(to.actor.email)
    expect(emailsOf(after).toSorted()).toEqual([client, from, to].map(({ actor }) => actor.email).toSorted())
    expect(await look(others)).toEqual(others)
    const log = await world.owner.execute(sql`
      select action, before->>'organizer' as before, after->>'organizer' as after, after->>'meetings' as meetings
      from activity where org_id = ${admin.actor.orgId} and action like '%.transferred' order by action`)
    expect([...log]).toEqual([
      { action: 'event.transferred', before: from.actor.email, after: to.actor.email, meetings: null },
      { action: 'member.transferred', before: null, after: null, meetings: '1' },
    ])
    expect(await transfer()).toBe(0)
  })

  it('lose the former organizer where they are deactivated, with their reminders', async () => {
    const event = await book(from, 1, { reminderOffsetsMinutes: [15] })
    await deactivate(from)
    await transfer()
    expect(emailsOf(await look(event)).toSorted()).toEqual([client, to].map(({ actor }) => actor.email).toSorted())
    const reminded = await world.owner.execute<{ email: string }>(sql`
      select recipient_email as email from mails where event_id = ${event.id} and kind = 'reminder' and status = 'PENDING'`)
    expect(reminded.map(({ email }) => email).toSorted()).toEqual(
      [client, to].map(({ actor }) => actor.email).toSorted(),
    )
  })

  it('that are cancelled or over stay whose they were', async () => {
    const cancelled = await book(from, 1)
    await cancelEvent(from, { id: cancelled.id, version: cancelled.version })
    const over = await book(from, 2)
    world.now = NOW.add({ hours: 49 })
    expect(await transfer()).toBe(0)
    for (const event of [cancelled, over]) expect(await look(event)).toMatchObject({ createdBy: from.actor.userId })
  })

  it('end in CONFLICT where the new organizer has no time, and wait for it', async () => {
    const busy = await book(to, 1, { participants: [] })
    const event = await book(from, 1)
    expect(await transfer()).toBe(1)
    expect(await look(event)).toMatchObject({
      status: 'CONFLICT',
      conflicts: [{ eventId: busy.id, participants: [to.actor.email] }],
    })
    await cancelEvent(to, { id: busy.id, version: busy.version })
    expect(await look(event)).toMatchObject({ status: 'SCHEDULED' })
  })

  it('set free what waited for the time of whoever leaves', async () => {
    await book(from, 1, { participants: [] })
    const waiting = await book(admin, 1, { participants: [{ email: from.actor.email }] })
    expect(waiting.status).toBe('CONFLICT')
    await deactivate(from)
    await transfer()
    expect(await look(waiting)).toMatchObject({ status: 'SCHEDULED' })
  })

  it('are announced to the new organizer, and not again to those who know them', async () => {
    const service = createMailService()
    await book(from, 1, { title: 'Handed over' })
    await deliverNews(world, admin.actor.orgId, service)
    await deactivate(from)
    await transfer()
    const news = await deliverNews(world, admin.actor.orgId, service)
    expect(news.map(({ message }) => message.to.email)).toEqual([to.actor.email])
    expect(news[0]?.message.subject).toContain('Handed over')
  })

  it.each([false, true])(
    'go to the linked calendar of the new organizer (unlinked from the former one’s: %s)',
    async (isLinked) => {
      world.google.control.addAccount({ email: 'to@gmail.example', name: 'To' })
      const account = await linkAccount(world, to, { email: 'to@gmail.example' })
      if (isLinked) {
        world.google.control.addAccount({ email: 'from@gmail.example', name: 'From' })
        await linkAccount(world, from, { email: 'from@gmail.example' })
      }
      const event = await book(from, 1)
      await deactivate(from)
      await transfer()
      const links = await world.owner.execute<{ connection: string }>(sql`
      select c.connection_id as connection from links l join calendars c on c.org_id = l.org_id and c.id = l.calendar_id
      where l.own_id = ${event.id} and l.push_requested_at is not null`)
      expect(links.map(({ connection }) => connection)).toEqual([account.id])
    },
  )

  it('are all of a series from now on, also those yet to be made, and count as one', async () => {
    const first = await book(from, 1, { recurrence: 'FREQ=WEEKLY', timeZone: 'Europe/Berlin' })
    const all = await occurrencesOf(first.seriesId)
    expect(all.length).toBeGreaterThan(20)
    world.now = NOW.add({ hours: 24 * 10 })
    await deactivate(from)
    expect(await transfer()).toBe(1)
    const [past, second, ...rest] = await occurrencesOf(first.seriesId)
    // One began before the transfer: what has happened, has happened.
    expect([past, second].map((event) => [event?.createdBy, event && organizerOf(event)])).toEqual([
      [from.actor.userId, from.actor.email],
      [from.actor.userId, from.actor.email],
    ])
    for (const event of rest) {
      expect([event.createdBy, organizerOf(event)]).toEqual([to.actor.userId, to.actor.email])
      expect(emailsOf(event)).not.toContain(from.actor.email)
      expect(event.ownFields).toEqual([])
    }
    expect(await transfer()).toBe(0)
    world.now = NOW.add({ hours: 24 * 100 })
    expect(await extendSeries(runtimeOf(world), { orgId: admin.actor.orgId })).toMatchObject({
      occurrences: expect.any(Number),
    })
    const later = (await occurrencesOf(first.seriesId)).slice(all.length)
    expect(later.length).toBeGreaterThan(0)
    for (const event of later) expect([event.createdBy, organizerOf(event)]).toEqual([to.actor.userId, to.actor.email])
  })

  it('move on when it is repeated after a crash', async () => {
    const events = [await book(from, 1), await book(from, 2), await book(from, 3)]
    let transactions = 0
    const dying: ServiceContext = {
      ...admin,
      enqueue: (...job) => {
        if (job[1] === 'invitations.deliver' && ++transactions > 2) throw new Error('The process ends.')
        return admin.enqueue(...job)
      },
    }
    const input = { fromId: from.actor.userId, toId: to.actor.userId }
    await expect(transferMeetings(dying, input)).rejects.toThrow('The process ends.')
    const creators = async () => (await Promise.all(events.map(look))).map(({ createdBy }) => createdBy)
    expect(await creators()).toEqual([to, to, from].map(({ actor }) => actor.userId))
    expect(await transfer()).toBe(1)
    expect(await creators()).toEqual([to, to, to].map(({ actor }) => actor.userId))
  })

  it('move once when it is asked for ten times at once, with others booking meanwhile', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, day) => book(from, day + 1)))
    const transfers = Promise.all(Array.from({ length: 10 }, transfer))
    const bookings = Promise.all(Array.from({ length: 8 }, (_, day) => book(to, day + 1)))
    const [moved] = await Promise.all([transfers, bookings])
    expect(moved.reduce((sum, one) => sum + one, 0)).toBe(8)
  })

  it('go only to members who are active, and are of this organization', async () => {
    await book(from, 1)
    const other = await createOrganization(world)
    const input = { fromId: from.actor.userId, toId: other.actor.userId }
    await expect(transferMeetings(admin, input)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    const foreign = { fromId: other.actor.userId, toId: to.actor.userId }
    await expect(transferMeetings(admin, foreign)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await deactivate(to)
    await expect(transfer()).rejects.toMatchObject({ reason: 'MEMBER_INACTIVE' })
  })
})
