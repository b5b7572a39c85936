import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEnqueue, type Enqueue } from './enqueue.ts'
import { completeEvents } from './events/complete-events.ts'
import { createEvent } from './events/create-event.ts'
import { getEvent } from './events/get-event.ts'
import { sweepEndedEvents } from './events/sweep-ended-events.ts'
import { installQueues } from './install-queues.ts'
import { sweepMails } from './mail/sweep-mails.ts'
import { listReminders } from './reminders/list-reminders.ts'
import { JOBS } from './jobs.ts'
import { createOrganization, createTestWorld, eventInput, runtimeOf, type TestWorld } from './testing/test-world.ts'
import { inOrganization } from './transaction.ts'

let world: TestWorld
let boss: PgBoss
let enqueue: Enqueue

beforeAll(async () => {
  world = await createTestWorld()
  boss = new PgBoss({ connectionString: world.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
  enqueue = createEnqueue(boss)
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await world.close()
})

const waiting = async (name: string) => (await boss.findJobs<{ orgId: string }>(name)).map(({ data }) => data.orgId)

describe('I4: the job row is the outbox', () => {
  it('a job exists when its transaction commits, and never when it rolls back', async () => {
    const { actor } = await createOrganization(world)
    const { orgId } = actor
    const rolledBack = inOrganization(world, orgId, async (tx) => {
      await enqueue(tx, 'events.complete', [{ payload: { orgId }, key: orgId }])
      throw new Error('changed my mind')
    })
    await expect(rolledBack).rejects.toThrow('changed my mind')
    expect(await waiting('events.complete')).not.toContain(orgId)
    await inOrganization(world, orgId, (tx) => enqueue(tx, 'events.complete', [{ payload: { orgId }, key: orgId }]))
    expect(await waiting('events.complete')).toContain(orgId)
  })

  it('the same work waits once', async () => {
    const { orgId } = (await createOrganization(world)).actor
    for (let time = 0; time < 3; time++)
      await inOrganization(world, orgId, (tx) => enqueue(tx, 'events.complete', [{ payload: { orgId }, key: orgId }]))
    expect((await waiting('events.complete')).filter((id) => id === orgId)).toHaveLength(1)
  })

  it('installing again changes nothing and loses no job', async () => {
    const before = await waiting('events.complete')
    await installQueues(world.url)
    expect(await waiting('events.complete')).toEqual(before)
    expect((await boss.getQueues()).map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(JOBS)))
  })
})

describe('B4: events.complete', () => {
  it('marks what is over, and nothing else, once', async () => {
    const ada = await createOrganization(world)
    const event = async (startsAt: string, endsAt: string) =>
      (await createEvent(ada, eventInput({ startsAt, endsAt }))).event
    const over = await event('2026-03-02T06:00:00Z', '2026-03-02T07:00:00Z')
    const conflict = await event('2026-03-02T06:30:00Z', '2026-03-02T07:30:00Z')
    const endsNow = await event('2026-03-02T07:30:00Z', '2026-03-02T08:00:00Z')
    const running = await event('2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z')
    const { orgId } = ada.actor
    expect(await completeEvents(runtimeOf(world), { orgId })).toEqual({ completed: 3 })
    expect(await completeEvents(runtimeOf(world), { orgId })).toEqual({ completed: 0 })
    const statuses = [over, conflict, endsNow, running].map(async (stored) => (await getEvent(ada, stored)).status)
    expect(await Promise.all(statuses)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'SCHEDULED'])
    const log = await world.owner.execute(
      sql`select action, actor_id, origin from activity where entity_id = ${over.id} order by at, action`,
    )
    expect([...log]).toContainEqual({ action: 'event.completed', actor_id: null, origin: 'worker' })
  })

  it('the sweep queues exactly the organizations with something to do', async () => {
    const past = { startsAt: '2026-03-02T06:00:00Z', endsAt: '2026-03-02T07:00:00Z' }
    const [due, idle] = [await createOrganization(world), await createOrganization(world)]
    await createEvent(due, eventInput(past))
    await createEvent(idle, eventInput())
    await sweepEndedEvents({ ...runtimeOf(world), enqueue })
    const queued = await waiting('events.complete')
    expect(queued).toContain(due.actor.orgId)
    expect(queued).not.toContain(idle.actor.orgId)
  })
})

describe('F3: mails.sweep', () => {
  it('queues what is due soon, once, and what it finds unqueued; what comes sooner than a sweep is queued with its event', async () => {
    const ada = await createOrganization(world)
    const ids = async () => (await boss.findJobs<{ id: string }>('scheduling-reminders')).map(({ data }) => data.id)
    const book = async (startsAt: string, endsAt: string) => {
      const { event } = await createEvent(ada, eventInput({ startsAt, endsAt, reminderOffsetsMinutes: [60] }))
      const [reminder] = await listReminders(ada, { eventId: event.id })
      return reminder?.id ?? ''
    }
    const soon = await book('2026-03-02T09:01:00Z', '2026-03-02T09:30:00Z')
    const later = await book('2026-03-02T10:00:00Z', '2026-03-02T10:30:00Z')
    expect(await ids()).toContain(soon)
    expect(await ids()).not.toContain(later)
    const now = world.now
    world.now = now.add({ minutes: 59 })
    for (let time = 0; time < 2; time++) await sweepMails(ada)
    world.now = now
    expect((await ids()).filter((id) => id === soon || id === later).toSorted()).toEqual([soon, later].toSorted())
  })
})
