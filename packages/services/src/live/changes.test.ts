import { randomUUID } from 'node:crypto'
import { follow, startFollowing } from '@astralis/core/live/follow-changes'
import { TOPICS } from '@astralis/core/live/topic'
import { readChanges } from '@astralis/db/queries/changes'
import { enterOrganization } from '@astralis/db/tenancy'
import type { Transaction } from '@astralis/db/client'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Temporal } from '@astralis/core/temporal'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld, updateInput } from '../testing/test-world.ts'
import { sweepChanges } from './sweep-changes.ts'

let world: TestWorld
let ada: ServiceContext
let bob: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
  ada = await createOrganization(world)
  bob = await createOrganization(world)
})
afterAll(() => world.close())

const orgId = () => ada.actor.orgId

/** What somebody who listens is told by the next look, and how they go on. */
async function look(follower = startFollowing(null), org = orgId()) {
  const [reading] = await readChanges(world.db, [{ orgId: org, since: follower.since }])
  if (!reading) throw new Error('One who listens gets one reading.')
  return follow(follower, reading)
}

/** How somebody goes on who comes back with the id of their last message. */
const returned = ({ since }: { since: bigint | null }) => startFollowing(since)

/** Somebody who has been told everything. Other tests on the same server may keep a transaction open for a while. */
async function caughtUp(org = orgId()) {
  let { next } = await look((await look(undefined, org)).next, org)
  while (next.told.size > 0) {
    await world.db.execute(sql`select pg_sleep(0.02)`)
    next = (await look(next, org)).next
  }
  return next
}

/** A transaction that stays open until it is told to end. */
function openTransaction(work: (tx: Transaction) => Promise<unknown>) {
  const written = Promise.withResolvers<void>()
  const toEnd = Promise.withResolvers<void>()
  const done = world.db.transaction(async (tx) => {
    await enterOrganization(tx, orgId())
    await work(tx)
    written.resolve()
    await toEnd.promise
  })
  done.catch(written.reject)
  return {
    written: written.promise,
    commit: async () => {
      toEnd.resolve()
      await done
    },
    rollback: async () => {
      toEnd.reject(new Error('Rolled back.'))
      await done.catch(() => {})
    },
  }
}

let days = 0
/** Whatever is told as `availability`, on a day of its own. */
const setHours = (tx: Transaction) =>
  tx.execute(sql`
    insert into availability_overrides (org_id, user_id, date, ranges)
    values (${orgId()}, ${ada.actor.userId}, date '2026-01-01' + ${days++}::int, '[]')`)

const rename = (tx: Transaction) =>
  tx.execute(sql`update users set name = ${randomUUID()} where org_id = ${orgId()} and id = ${ada.actor.userId}`)

async function as(org: string, ...statements: SQL[]): Promise<void> {
  await world.db.transaction(async (tx) => {
    await enterOrganization(tx, org)
    for (const statement of statements) await tx.execute(statement)
  })
}

describe('web.md 11: nothing is missed, whatever the order in which transactions end', () => {
  it('a long transaction that began first and ends last is told, also to who comes back', async () => {
    const start = await caughtUp()
    const long = openTransaction(setHours)
    await long.written
    await world.db.transaction(async (tx) => {
      await enterOrganization(tx, orgId())
      await rename(tx)
    })
    const first = await look(start)
    expect(first.topics).toEqual(['members'])
    // While it is open nothing is told twice to who stays.
    const second = await look(first.next)
    expect(second.topics).toEqual([])
    await long.commit()
    expect((await look(second.next)).topics).toEqual(['availability'])
    expect((await look(returned(first.next))).topics).toContain('availability')
    expect((await look((await look(second.next)).next)).topics).toEqual([])
  })

  it('what was rolled back is not told', async () => {
    const start = await caughtUp()
    const open = openTransaction(setHours)
    await open.written
    await open.rollback()
    expect((await look(start)).topics).toEqual([])
  })

  it('each of many concurrent changes is told, once, to somebody who looks all the time', async () => {
    const [{ count: before } = { count: 0 }] = await world.owner.execute<{ count: number }>(
      sql`select count(*)::int from changes where org_id = ${orgId()}`,
    )
    let follower = await caughtUp()
    const told: string[] = []
    let isOver = false
    const looking = (async () => {
      for (let last = false; !last;) {
        last = isOver
        const [reading] = await readChanges(world.db, [{ orgId: orgId(), since: follower.since }])
        if (!reading) throw new Error('One who listens gets one reading.')
        told.push(
          ...reading.changes.map(({ xid, word }) => `${xid} ${word}`).filter((change) => !follower.told.has(change)),
        )
        follower = follow(follower, reading).next
      }
    })()
    await Promise.all(
      Array.from({ length: 40 }, async (_, nth) => {
        for (let round = 0; round < 5; round++)
          await world.db.transaction(async (tx) => {
            await enterOrganization(tx, orgId())
            await setHours(tx)
            await tx.execute(sql`select pg_sleep(${((nth * 7 + round) % 10) / 200})`)
          })
      }),
    )
    isOver = true
    await looking
    const rows = await world.owner.execute<{ key: string }>(
      sql`select xid || ' ' || topic as key from changes where org_id = ${orgId()} order by created_at offset ${before}`,
    )
    expect(rows.length).toBe(200)
    expect(told.toSorted()).toEqual(rows.map(({ key }) => key).toSorted())
  })

  it('a page that begins is told of the last minute, because it has asked before it listened', async () => {
    await as(orgId(), sql`update users set name = 'Ada' where id = ${ada.actor.userId}`)
    expect((await look()).topics).toContain('members')
    await world.owner.execute(sql`update changes set created_at = now() - interval '2 minutes'`)
    expect((await look()).topics).toEqual([])
  })

  it('who followed a later state of the database than the one that is there now is told everything, once', async () => {
    // What is not below the oldest transaction that runs, of whatever test, would be told once more.
    await caughtUp()
    const ahead = startFollowing(10n ** 15n)
    const { topics, next } = await look(ahead)
    expect(topics).toEqual(TOPICS)
    expect((await look(next)).topics).toEqual([])
  })
})

describe('web.md 11: what is forgotten', () => {
  it('is an hour old; who goes on from before it is told everything once, who is later nothing', async () => {
    const early = await caughtUp()
    await as(orgId(), sql`update users set name = 'Earlier' where id = ${ada.actor.userId}`)
    const late = await caughtUp()
    await world.owner.execute(sql`update changes set created_at = now() - interval '61 minutes'`)
    await as(bob.actor.orgId, sql`update users set name = 'Bob' where id = ${bob.actor.userId}`)
    const real = { db: world.db, clock: () => Temporal.Now.instant() }
    expect((await sweepChanges(real)).changes).toBeGreaterThan(0)
    const rows = await world.owner.execute<{ topic: string }>(sql`select topic from changes order by topic`)
    expect(rows.map(({ topic }) => topic)).toEqual(['everything', 'everything', 'members'])

    const { topics, next } = await look(returned(early))
    expect(topics).toEqual(TOPICS)
    expect((await look(next)).topics).toEqual([])
    expect((await look(returned(late))).topics).toEqual([])
    expect(await sweepChanges(real)).toEqual({ changes: 0 })
    // Nor does a later sweep lose the line that says so.
    await as(orgId(), sql`update users set name = 'Later' where id = ${ada.actor.userId}`)
    await world.owner.execute(sql`update changes set created_at = now() - interval '61 minutes'`)
    await sweepChanges(real)
    expect((await look(returned(late))).topics).toEqual(TOPICS)
  })

  it('numbers of another database’s transactions go with it', async () => {
    await world.owner.execute(sql`
      insert into changes (org_id, xid, topic, created_at) values
        (${orgId()}, '1000000000000', 'events', now() - interval '2 hours'),
        (${orgId()}, '1000000000001', 'everything', now() - interval '2 hours')`)
    await sweepChanges({ db: world.db, clock: () => Temporal.Now.instant() })
    const rows = await world.owner.execute(
      sql`select 1 from changes where xid > pg_snapshot_xmax(pg_current_snapshot())`,
    )
    expect(rows).toHaveLength(0)
  })
})

describe('H3: live changes', () => {
  it('another organization’s are never told', async () => {
    const start = await caughtUp()
    const theirs = await caughtUp(bob.actor.orgId)
    await createEvent(bob, eventInput())
    expect((await look(start)).topics).toEqual([])
    expect((await look(theirs, bob.actor.orgId)).topics).toEqual(['events', 'mails'])
  })

  it('one look answers each who listens with what is theirs', async () => {
    const [starts, theirs] = [await caughtUp(), await caughtUp(bob.actor.orgId)]
    await as(orgId(), sql`update users set name = ${randomUUID()} where id = ${ada.actor.userId}`)
    const words = (reading?: { changes: readonly { word: string }[] }) => reading?.changes.map(({ word }) => word)
    const [ours, none, again] = await readChanges(world.db, [
      { orgId: orgId(), since: starts.since },
      { orgId: bob.actor.orgId, since: theirs.since },
      { orgId: orgId(), since: starts.since },
    ])
    expect([words(ours), words(none), words(again)]).toEqual([['members'], [], ['members']])
  })

  it('the organizations of a look are open for its statement alone', async () => {
    await readChanges(world.db, [{ orgId: orgId(), since: 3n }])
    for (let connection = 0; connection < 60; connection++)
      expect(await world.db.execute(sql`select 1 from changes`)).toHaveLength(0)
  })

  it('a change says nothing but where, when and of what kind', async () => {
    const rows = await world.owner.execute<{ name: string }>(
      sql`select attname as name from pg_attribute where attrelid = 'changes'::regclass and attnum > 0 order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(['created_at', 'org_id', 'topic', 'xid'])
  })
})

describe('web.md 11: what is told, and what is not', () => {
  const topicsAfter = async (work: () => Promise<unknown>) => {
    const start = await caughtUp()
    await work()
    return (await look(start)).topics
  }

  it('a booked, changed and answered event, in one line however many rows it has', async () => {
    let booked = await createEvent(ada, eventInput({ participants: [{ email: 'guest@example.com' }] }))
    const before = await caughtUp()
    const recurrence = 'FREQ=DAILY;COUNT=30'
    await createEvent(ada, eventInput({ startsAt: '2027-01-01T09:00:00Z', endsAt: '2027-01-01T10:00:00Z', recurrence }))
    const [reading] = await readChanges(world.db, [{ orgId: orgId(), since: before.since }])
    expect(reading?.changes.map(({ word }) => word).toSorted()).toEqual(['events', 'mails'])
    expect(
      await topicsAfter(async () => {
        booked = await updateEvent(ada, updateInput(booked.event, { title: 'Another' }))
      }),
    ).toContain('events')
    const answer = sql`update participants set status = 'accepted' where event_id = ${booked.event.id} and not is_organizer`
    expect(await topicsAfter(() => as(orgId(), answer))).toEqual(['events'])
  })

  it.each([
    ['availability', sql`insert into availability select org_id, id, 'UTC', '[]', 0, 0 from users`],
    ['availability', sql`delete from availability`],
    ['members', sql`update users set is_active = is_active, role = 'OPERATOR'`],
    ['account', sql`update users set reminder_offsets_minutes = '{5}'`],
    [
      'account',
      sql`insert into sessions (org_id, id, user_id, expires_at, created_at) select org_id, 's', id, now(), now() from users`,
    ],
    ['account', sql`delete from sessions`],
    ['mails', sql`update mails set status = 'FAILED', error = 'No.' where status = 'PENDING'`],
    ['events', sql`delete from events`],
  ])('%s: %s', async (topic, statement) => {
    expect(await topicsAfter(() => as(orgId(), statement))).toContain(topic)
  })

  it('what keeps books is nobody’s news', async () => {
    await createEvent(ada, eventInput({ startsAt: '2028-01-01T09:00:00Z', endsAt: '2028-01-01T10:00:00Z' }))
    const account = sql`${orgId()}, gen_random_uuid(), ${ada.actor.userId}, 'GOOGLE', 'a', 'a@example.com', 'ACTIVE', '{}', now(), now()`
    await as(
      orgId(),
      sql`insert into connections (org_id, id, user_id, provider, account_id, account_email, status, scopes, created_at, updated_at) values (${account})`,
      sql`insert into calendars (org_id, id, connection_id, remote_id, name, time_zone, access_role, is_primary, is_selected)
        select org_id, gen_random_uuid(), id, 'primary', 'Work', 'UTC', 'owner', true, true from connections`,
      sql`insert into sessions (org_id, id, user_id, expires_at, created_at) select org_id, 'busy', id, now(), now() from users`,
    )
    const quiet = await topicsAfter(() =>
      as(
        orgId(),
        sql`update sessions set last_used_at = now() + interval '1 minute', expires_at = now()`,
        sql`update connections set last_sync_at = now(), access_token = 'x', access_expires_at = now(), updated_at = now()`,
        sql`update calendars set sync_token = 'x', pulled_at = now(), pull_requested_at = now(), claim = gen_random_uuid()`,
        sql`update mails set status = 'CLAIMED', claim = gen_random_uuid(), attempted_at = now() where status = 'PENDING'`,
        sql`update users set password_hash = 'other'`,
        sql`update events set title = title where false`,
      ),
    )
    expect(quiet).toEqual([])
    expect(await topicsAfter(() => as(orgId(), sql`update connections set status = 'NEEDS_REAUTH'`))).toEqual([
      'connections',
    ])
    expect(await topicsAfter(() => as(orgId(), sql`update calendars set is_selected = false`))).toEqual(['connections'])
  })

  it('a migration by an owner whom row-level security holds may change rows', async () => {
    await world.owner.transaction(async (tx) => {
      const role = `owner_${randomUUID().replaceAll('-', '')}`
      await tx.execute(sql.raw(`create role ${role} nologin; grant all on all tables in schema public to ${role}`))
      await tx.execute(
        sql.raw(
          `alter table availability no force row level security; alter table availability owner to ${role}; set local role ${role}`,
        ),
      )
      await tx.execute(sql`update availability set buffer_before_minutes = 5`)
      await tx.execute(sql`reset role`)
      await tx.execute(
        sql.raw(
          `alter table availability owner to current_user; drop owned by ${role}; drop role ${role}; alter table availability force row level security`,
        ),
      )
    })
  })
})
