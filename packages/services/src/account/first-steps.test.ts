import { randomUUID } from 'node:crypto'
import { setAvailabilityInput } from '@astralis/core/availability/availability-input'
import { connections } from '@astralis/db/schema/connections'
import { memberInvitations } from '@astralis/db/schema/member-invitations'
import { users } from '@astralis/db/schema/users'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setAvailability } from '../availability/set-availability.ts'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { addMember, createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { endFirstSteps } from './end-first-steps.ts'
import { getFirstSteps } from './get-first-steps.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

async function newMember(orgId?: string): Promise<ServiceContext> {
  const member = orgId ? await addMember(world, orgId, 'CLIENT') : await createOrganization(world)
  await world.owner.update(users).set({ isNew: true }).where(eq(users.id, member.actor.userId))
  return member
}

async function done(member: ServiceContext): Promise<string[]> {
  return (await getFirstSteps(member)).filter(({ isDone }) => isDone).map(({ name }) => name)
}

test('H1: a step is done when there is what it was for', async () => {
  const ana = await newMember()
  const { orgId, userId } = ana.actor
  expect((await getFirstSteps(ana)).map(({ name }) => name)).toEqual(['HOURS', 'CALENDAR', 'COLLEAGUES', 'MEETING'])
  expect(await done(ana)).toEqual([])

  await setAvailability(ana, setAvailabilityInput.parse({ timeZone: 'UTC' }))
  expect(await done(ana)).toEqual(['HOURS'])

  const id = randomUUID()
  const times = { createdAt: world.now, updatedAt: world.now }
  const account = { accountId: id, accountEmail: 'ana@gmail.example', status: 'ACTIVE' as const, scopes: [] }
  await world.owner.insert(connections).values({ orgId, id, userId, provider: 'GOOGLE', ...account, ...times })
  expect(await done(ana)).toEqual(['HOURS', 'CALENDAR'])

  const invited = { email: 'ben@example.com', role: 'CLIENT' as const, invitedBy: userId, tokenHash: id }
  const expiresAt = world.now.add({ hours: 1 })
  await world.owner.insert(memberInvitations).values({ orgId, id, ...invited, expiresAt, createdAt: world.now })
  expect(await done(ana)).toEqual(['HOURS', 'CALENDAR', 'COLLEAGUES'])

  // Time that one keeps for oneself is no meeting.
  await createEvent(ana, eventInput())
  expect(await done(ana)).not.toContain('MEETING')
  await createEvent(ana, eventInput({ participants: [{ email: 'ben@example.com' }] }))
  expect(await done(ana)).toEqual(['HOURS', 'CALENDAR', 'COLLEAGUES', 'MEETING'])
})

test('H1, H3: what others have done is not one’s own', async () => {
  const ana = await newMember()
  const ben = await newMember(ana.actor.orgId)
  await setAvailability(ana, setAvailabilityInput.parse({ timeZone: 'UTC' }))
  await createEvent(ana, eventInput({ participants: [{ email: ben.actor.email }] }))
  expect(await done(ben)).toEqual([])
  expect(await done(await newMember())).toEqual([])
})

test('H1: put away, they are away for good, and that is written down once', async () => {
  const ana = await newMember()
  const ben = await newMember(ana.actor.orgId)
  await endFirstSteps(ana)
  await endFirstSteps(ana)
  expect(await getFirstSteps(ana)).toEqual([])
  expect(await getFirstSteps(ben)).not.toEqual([])
  const log = await world.owner.execute(sql`select action from activity where entity_id = ${ana.actor.userId}`)
  expect([...log]).toEqual([{ action: 'account.first-steps-ended' }])
})
