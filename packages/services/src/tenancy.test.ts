import { enterOrganization, enterSweep } from '@astralis/db/tenancy'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from './context.ts'
import { createEvent } from './events/create-event.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld } from './testing/test-world.ts'
import { databaseCode } from './transaction.ts'

let world: TestWorld
let ada: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
  ada = await createOrganization(world)
  await createEvent(ada, eventInput())
})
afterAll(() => world.close())

/** Tables of tenants: every one with `org_id`, and the organizations themselves. */
async function tenantTables(): Promise<string[]> {
  const rows = await world.owner.execute<{ name: string }>(sql`
    select distinct c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind = 'r' and (a.attname is not null or c.relname = 'organizations') order by 1`)
  return rows.map(({ name }) => name)
}

describe('H3: the database keeps organizations apart', () => {
  it('every tenant table has forced row-level security with a policy for the app', async () => {
    const tables = await tenantTables()
    expect(tables).toEqual(
      expect.arrayContaining(['activity', 'events', 'organizations', 'participants', 'sessions', 'users']),
    )
    const secured = await world.owner.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_policies p on p.tablename = c.relname and p.schemaname = 'public'
      where c.relrowsecurity and c.relforcerowsecurity and 'astralis_app' = any(p.roles) and p.policyname = 'tenant'
      order by 1`)
    expect(secured.map(({ name }) => name)).toEqual(tables)
  })

  it('the app’s role owns nothing, bypasses nothing and belongs to no role that does', async () => {
    const [row] = await world.owner.execute(sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned,
        (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships
      from pg_roles where rolname = 'astralis_app'`)
    expect(row).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcanlogin: false,
      owned: 0,
      memberships: 0,
    })
    const [session] = await world.db.execute(sql`select current_user as role`)
    expect(session).toEqual({ role: 'astralis_app' })
  })

  it('without an organization nothing is visible, in any table', async () => {
    for (const table of await tenantTables()) {
      const visible = await world.db.execute(sql`select * from ${sql.identifier(table)}`)
      expect([table, visible.length]).toEqual([table, 0])
    }
  })

  it('a setting does not outlive its transaction', async () => {
    for (let connection = 0; connection < 60; connection++)
      await world.db.transaction(async (tx) => {
        await enterOrganization(tx, ada.actor.orgId)
        expect((await tx.execute(sql`select id from events`)).length).toBe(1)
      })
    expect((await world.db.execute(sql`select id from events`)).length).toBe(0)
  })

  it('rows of another organization can be neither written nor moved', async () => {
    const stranger = await createOrganization(world)
    const attempt = (statement: ReturnType<typeof sql>) =>
      world.db
        .transaction(async (tx) => {
          await enterOrganization(tx, stranger.actor.orgId)
          return (await tx.execute(statement)).length
        })
        .catch((error: unknown) => databaseCode(error))
    const { orgId } = ada.actor
    const insufficientPrivilege = '42501'
    expect(
      await attempt(sql`insert into organizations (id, name, created_at) values (gen_random_uuid(), 'x', now())`),
    ).toBe(insufficientPrivilege)
    expect(await attempt(sql`update events set org_id = ${orgId} returning id`)).toBe(0)
    expect(await attempt(sql`update events set title = 'x' where org_id = ${orgId} returning id`)).toBe(0)
    expect(await attempt(sql`delete from events where org_id = ${orgId} returning id`)).toBe(0)
  })

  it('the activity log can only grow', async () => {
    for (const statement of [sql`update activity set origin = 'x'`, sql`delete from activity`])
      await expect(world.db.execute(statement).catch((error: unknown) => databaseCode(error))).resolves.toBe('42501')
  })

  it('a sweep reads every organization and writes none', async () => {
    const codes = world.db.transaction(async (tx) => {
      await enterSweep(tx)
      expect((await tx.execute(sql`select id from events`)).length).toBe(1)
      await tx.execute(sql`update events set title = 'x'`)
    })
    await expect(codes.catch((error: unknown) => databaseCode(error))).resolves.toBe('42501')
  })
})
