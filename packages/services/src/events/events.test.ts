import { updateEventInput } from '@astralis/core/events/event-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { addMember, createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { deleteEvent } from './delete-event.ts'
import { getEvent } from './get-event.ts'
import { listEvents } from './list-events.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
let ada: ServiceContext
let grace: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

describe('events', () => {
  it('smoke', async () => {
    ada = await createOrganization(world)
    grace = await addMember(world, ada.actor.orgId)
    const { event } = await createEvent(ada, eventInput({ participants: [{ email: grace.actor.email }] }))
    expect(event.status).toBe('SCHEDULED')
    const second = await createEvent(grace, eventInput())
    expect(second.event.status).toBe('CONFLICT')
    expect(second.conflicts).toMatchObject([{ eventId: event.id, participants: [grace.actor.email] }])
    await cancelEvent(ada, { id: event.id, version: 1 })
    expect((await getEvent(grace, { id: second.event.id })).status).toBe('SCHEDULED')
    const back = await updateEvent(ada, updateEventInput.parse({ id: event.id, version: 2, status: 'SCHEDULED' }))
    expect(back.event.status).toBe('CONFLICT')
    await deleteEvent(grace, { id: second.event.id, version: 1 })
    expect((await getEvent(grace, { id: event.id })).status).toBe('SCHEDULED')
    const list = await listEvents(ada, { from: event.startsAt, to: event.endsAt, userIds: [ada.actor.userId] } as never)
    expect(list.length).toBe(1)
  })
})
