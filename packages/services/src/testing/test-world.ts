import { randomBytes, randomUUID } from 'node:crypto'
import {
  type CreateEventInput,
  createEventInput,
  type ConflictsInput,
  conflictsInput,
  type ListEventsInput,
  listEventsInput,
  type UpdateEventInput,
  updateEventInput,
} from '@astralis/core/events/event-input'
import type { Role } from '@astralis/core/people/role'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase, type Database } from '@astralis/db/client'
import { insertOrganization, insertUser } from '@astralis/db/queries/users'
import { cloneDatabase } from '@astralis/db/testing/clone-database'
import type { Runtime, ServiceContext } from '../context.ts'
import { type Enqueue, openQueue } from '../enqueue.ts'
import { inOrganization } from '../transaction.ts'
import { testPostgres } from './test-postgres.ts'

/** A database with the app's role on it, an owner's view for looking behind the curtain, and a clock that stands. */
export interface TestWorld {
  url: string
  db: Database
  owner: Database
  enqueue: Enqueue
  now: Temporal.Instant
  close: () => Promise<void>
}

export async function createTestWorld(server = testPostgres()): Promise<TestWorld> {
  const clone = await cloneDatabase(server.url, server.template)
  const app = createDatabase(clone.url, { role: 'astralis_app', max: 60 })
  const owner = createDatabase(clone.url, { role: 'owner', max: 2 })
  const forQueue = createDatabase(clone.url, { role: 'astralis_app', max: 1 })
  const queue = openQueue(forQueue.db)
  return {
    url: clone.url,
    db: app.db,
    owner: owner.db,
    enqueue: queue.enqueue,
    now: Temporal.Instant.from('2026-03-02T08:00:00Z'),
    async close() {
      await queue.close()
      await Promise.all([app.close(), owner.close(), forQueue.close()])
      await clone.drop()
    },
  }
}

/** What services need of a process; its clock stands at `world.now`. */
export function runtimeOf(world: TestWorld): Runtime {
  return {
    db: world.db,
    enqueue: world.enqueue,
    clock: () => world.now,
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
  }
}

/** A new organization, seen by its first member. */
export async function createOrganization(world: TestWorld, role: Role = 'ADMIN'): Promise<ServiceContext> {
  const orgId = randomUUID()
  await inOrganization(world, orgId, (tx) =>
    insertOrganization(tx, { id: orgId, name: 'Test organization', createdAt: world.now }),
  )
  return addMember(world, orgId, role)
}

/** One more member, as the caller of services. */
export async function addMember(world: TestWorld, orgId: string, role: Role = 'OPERATOR'): Promise<ServiceContext> {
  const userId = randomUUID()
  // One word to a search, which must not find somebody by the digits of a random id.
  const email = `user${userId.replaceAll('-', '')}@example.com`
  const user = { orgId, id: userId, email, name: 'Test person', role, timeZone: 'Europe/Berlin' }
  await inOrganization(world, orgId, (tx) => insertUser(tx, { ...user, passwordHash: 'none', createdAt: world.now }))
  return {
    ...runtimeOf(world),
    origin: 'test',
    rankingModel: null,
    actor: { ...user, userId, organizationName: 'Test organization' },
  }
}

/** Input of `createEvent` as a caller would send it: wire form in, parsed form out. */
export function eventInput(overrides: Partial<Record<keyof CreateEventInput, unknown>> = {}): CreateEventInput {
  return createEventInput.parse({
    title: 'Planning',
    startsAt: '2026-03-10T09:00:00Z',
    endsAt: '2026-03-10T10:00:00Z',
    participants: [],
    ...overrides,
  })
}

type Fields<Input> = Partial<Record<keyof Input, unknown>>

/** Input of `updateEvent`, for an event as the caller has last seen it. */
export function updateInput(
  { id, version }: { id: string; version: number },
  changes: Omit<Fields<UpdateEventInput>, 'id' | 'version'>,
): UpdateEventInput {
  return updateEventInput.parse({ id, version, ...changes })
}

export function listInput(fields: Fields<ListEventsInput>): ListEventsInput {
  return listEventsInput.parse(fields)
}

export function conflictInput(fields: Fields<ConflictsInput>): ConflictsInput {
  return conflictsInput.parse(fields)
}
