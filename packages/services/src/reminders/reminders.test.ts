import type { Event } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { respondToEvent } from '../events/respond-to-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { createMailService, deliverDue, type MailService } from '../testing/mail-world.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { listReminders } from './list-reminders.ts'
import { getReminderSettings } from './get-reminder-settings.ts'
import { setReminderSettings } from './set-reminder-settings.ts'

let world: TestWorld
let ada: ServiceContext
let service: MailService
const START = Temporal.Instant.from('2026-03-02T08:00:00Z')
const GUEST = 'guest@example.com'

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  world.now = START
  ada = await createOrganization(world)
  service = createMailService()
})
afterAll(() => world.close())

const book = async (overrides: Parameters<typeof eventInput>[0] = {}) =>
  (await createEvent(ada, eventInput({ participants: [{ email: GUEST }], ...overrides }))).event

/** `who offset status due`, without what was planned for an earlier form of the event. */
async function remindersOf(event: Pick<Event, 'id'>) {
  const reminders = await listReminders(ada, { eventId: event.id })
  return reminders
    .filter(({ skipReason }) => skipReason !== 'CHANGED')
    .map(
      ({ recipientEmail, offsetMinutes, status, skipReason, dueAt }) =>
        `${recipientEmail === GUEST ? 'guest' : 'ada'} ${offsetMinutes} ${skipReason ?? status} ${dueAt.toString()}`,
    )
    .toSorted()
}

const reminderSubjects = () =>
  service.accepted.filter(({ key }) => key.startsWith('reminder/')).map(({ message }) => message.subject)

describe('F2: reminders are planned with the event', () => {
  it('a day and an hour before, for everybody', async () => {
    expect(await remindersOf(await book())).toEqual([
      'ada 1440 PENDING 2026-03-09T09:00:00Z',
      'ada 60 PENDING 2026-03-10T08:00:00Z',
      'guest 1440 PENDING 2026-03-09T09:00:00Z',
      'guest 60 PENDING 2026-03-10T08:00:00Z',
    ])
  })

  it('not for a time that is past already', async () => {
    const soon = { startsAt: '2026-03-02T10:00:00Z', endsAt: '2026-03-02T11:00:00Z' }
    expect(await remindersOf(await book(soon))).toEqual([
      'ada 60 PENDING 2026-03-02T09:00:00Z',
      'guest 60 PENDING 2026-03-02T09:00:00Z',
    ])
  })

  it('whole days once, in the afternoon before', async () => {
    const event = await book({ allDay: true, startsAt: '2026-03-10T00:00:00Z', endsAt: '2026-03-11T00:00:00Z' })
    expect(await remindersOf(event)).toEqual([
      'ada 420 PENDING 2026-03-09T16:00:00Z',
      'guest 420 PENDING 2026-03-09T16:00:00Z',
    ])
  })

  it('as the event says, for all', async () => {
    expect(await remindersOf(await book({ reminderOffsetsMinutes: [10, 10] }))).toEqual([
      'ada 10 PENDING 2026-03-10T08:50:00Z',
      'guest 10 PENDING 2026-03-10T08:50:00Z',
    ])
    expect(await remindersOf(await book({ reminderOffsetsMinutes: [] }))).toEqual([])
  })

  it('as each has set for themselves, also of what is booked already', async () => {
    const [usual, own] = [await book(), await book({ reminderOffsetsMinutes: [10], showsAs: 'FREE' })]
    await setReminderSettings(ada, { offsetsMinutes: [60, 5] })
    expect(await getReminderSettings(ada)).toEqual({ offsetsMinutes: [60, 5] })
    expect(await remindersOf(usual)).toEqual([
      'ada 5 PENDING 2026-03-10T08:55:00Z',
      'ada 60 PENDING 2026-03-10T08:00:00Z',
      'guest 1440 PENDING 2026-03-09T09:00:00Z',
      'guest 60 PENDING 2026-03-10T08:00:00Z',
    ])
    expect(await remindersOf(own)).toHaveLength(2)
    await setReminderSettings(ada, { offsetsMinutes: [1440, 60] })
    expect(await remindersOf(usual)).toHaveLength(4)
    expect(await remindersOf(await book({ showsAs: 'FREE' }))).toHaveLength(4)
  })

  it('B5: each occurrence of a series has its own', async () => {
    const event = await book({ recurrence: 'FREQ=WEEKLY;COUNT=3' })
    const [row] = await world.owner.execute(sql`
      select count(*)::int as reminders, count(distinct event_id)::int as events from mails
      where kind = 'reminder' and uid = ${event.seriesId}`)
    expect(row).toEqual({ reminders: 12, events: 3 })
  })
})

describe('F4: reminders follow the event', () => {
  it('to its new time, and the old ones are skipped', async () => {
    const event = await book()
    await updateEvent(ada, updateInput(event, { startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' }))
    expect(await remindersOf(event)).toEqual([
      'ada 1440 PENDING 2026-03-10T09:00:00Z',
      'ada 60 PENDING 2026-03-11T08:00:00Z',
      'guest 1440 PENDING 2026-03-10T09:00:00Z',
      'guest 60 PENDING 2026-03-11T08:00:00Z',
    ])
    expect(
      (await listReminders(ada, { eventId: event.id })).filter((one) => one.skipReason === 'CHANGED'),
    ).toHaveLength(4)
  })

  it('an edit that leaves the time alone leaves them alone, even late ones', async () => {
    const event = await book()
    const before = await listReminders(ada, { eventId: event.id })
    world.now = Temporal.Instant.from('2026-03-09T10:00:00Z')
    await updateEvent(ada, updateInput(event, { title: 'Planning, second part' }))
    expect(await listReminders(ada, { eventId: event.id })).toEqual(before)
    await deliverDue(world, ada.actor.orgId, service)
    expect(reminderSubjects()).toHaveLength(2)
    await updateEvent(ada, updateInput({ ...event, version: 2 }, { title: 'Planning, third part' }))
    expect(await remindersOf(event)).toHaveLength(4)
  })

  it('people who leave or decline get none, and those who come back get theirs', async () => {
    const ben = await addMember(world, ada.actor.orgId)
    const event = await book({ participants: [{ email: ben.actor.email }] })
    await respondToEvent(ben, { id: event.id, status: 'declined' })
    const ofBen = async () =>
      (await listReminders(ada, { eventId: event.id }))
        .filter(({ recipientEmail }) => recipientEmail === ben.actor.email)
        .map(({ status, skipReason }) => skipReason ?? status)
    expect(await ofBen()).toEqual(['NOT_TAKING_PART', 'NOT_TAKING_PART'])
    await respondToEvent(ben, { id: event.id, status: 'accepted' })
    expect(await ofBen()).toEqual(['PENDING', 'PENDING'])
    await updateEvent(ada, updateInput(event, { participants: [] }))
    expect(await ofBen()).toEqual(['NOT_TAKING_PART', 'NOT_TAKING_PART'])
  })

  it('none is left of what is cancelled or deleted', async () => {
    const [one, other] = [
      await book(),
      await book({ startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' }),
    ]
    await cancelEvent(ada, one)
    await deleteEvent(ada, other)
    const rows = await world.owner.execute(sql`
      select distinct skip_reason from mails where kind = 'reminder' and event_id in (${one.id}, ${other.id})`)
    expect(rows).toEqual([{ skip_reason: 'CANCELLED' }])
    await updateEvent(ada, updateInput({ id: one.id, version: 2 }, { status: 'SCHEDULED' }))
    expect((await remindersOf(one)).filter((line) => line.includes('PENDING'))).toHaveLength(4)
  })
})

describe('F3: a reminder leaves at its time, once', () => {
  const at = async (time: string) => {
    world.now = Temporal.Instant.from(time)
    return deliverDue(world, ada.actor.orgId, service)
  }

  it('and says how long is left, also when it is late', async () => {
    await book()
    await at('2026-03-09T09:00:00Z')
    expect(reminderSubjects()).toEqual([expect.stringContaining('in 24 hours'), expect.stringContaining('in 24 hours')])
    await at('2026-03-10T08:20:00Z')
    expect(reminderSubjects().slice(2)).toEqual([
      expect.stringContaining('in 40 minutes'),
      expect.stringContaining('in 40 minutes'),
    ])
    await at('2026-03-10T08:21:00Z')
    expect(reminderSubjects()).toHaveLength(4)
  })

  it('of several late ones only the nearest, and none after the start', async () => {
    const event = await book()
    await at('2026-03-10T08:30:00Z')
    expect(reminderSubjects()).toHaveLength(2)
    expect(
      (await remindersOf(event)).map((line) => line.split(' ')[2] ?? '').toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['NEARER_REMINDER', 'NEARER_REMINDER', 'SENT', 'SENT'])
    const late = await book({ startsAt: '2026-03-12T09:00:00Z', endsAt: '2026-03-12T10:00:00Z' })
    await at('2026-03-12T09:00:00Z')
    expect((await remindersOf(late)).map((line) => line.split(' ')[2])).toEqual(Array(4).fill('STARTED'))
    expect(reminderSubjects()).toHaveLength(2)
  })

  it('ten quick changes of the time give one reminder at the right one', async () => {
    let event = await book({ participants: [], reminderOffsetsMinutes: [60] })
    for (let hour = 10; hour < 20; hour++) {
      const time = { startsAt: `2026-03-10T${hour}:00:00Z`, endsAt: `2026-03-10T${hour}:30:00Z` }
      event = (await updateEvent(ada, updateInput(event, time))).event
    }
    for (let minute = 0; minute < 24 * 60; minute += 30)
      await at(Temporal.Instant.from('2026-03-10T00:00:00Z').add({ minutes: minute }).toString())
    expect(reminderSubjects()).toHaveLength(1)
    expect(service.accepted[0]?.message.subject).toContain('in 1 hour')
  })
})
