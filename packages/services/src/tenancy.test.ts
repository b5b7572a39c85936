import { enterOrganization, enterSweep } from '@astralis/db/tenancy'
import type { Database, Transaction } from '@astralis/db/client'
import { sql, TransactionRollbackError } from 'drizzle-orm'
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
async function tenantTables(db: Pick<Database, 'execute'> = world.owner): Promise<string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select distinct c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind = 'r' and (a.attname is not null or c.relname = 'organizations') order by 1`)
  return rows.map(({ name }) => name)
}

/** Tables of tenants on which row-level security is not enabled, not forced, or without the app's policy. */
async function unsecuredTables(db: Pick<Database, 'execute'> = world.owner): Promise<string[]> {
  const secured = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_policies p on p.tablename = c.relname and p.schemaname = 'public'
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and c.relforcerowsecurity
      and 'astralis_app' = any(p.roles) and p.policyname = 'tenant' and p.cmd = 'ALL'
      and p.qual ~ '(org_id|id) = current_org_id\\(\\)' and p.with_check = p.qual`)
  const names = new Set(secured.map(({ name }) => name))
  return (await tenantTables(db)).filter((name) => !names.has(name))
}

/** What `work` finds out in a transaction of the owner's that leaves nothing behind. */
async function rolledBack<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const results: T[] = []
  await world.owner
    .transaction(async (tx) => {
      results.push(await work(tx))
      tx.rollback()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error
    })
  const [result] = results
  if (result === undefined) throw new Error('The transaction ended before its work did.')
  return result
}

describe('H3: the database keeps organizations apart', () => {
  it('every tenant table has forced row-level security with a policy for the app', async () => {
    expect(await tenantTables()).toEqual(
      expect.arrayContaining(['activity', 'events', 'organizations', 'participants', 'sessions', 'users']),
    )
    expect(await unsecuredTables()).toEqual([])
  })

  it.each([
    ['no row-level security', sql`create table new_things (org_id uuid)`],
    ['none that is forced', sql`alter table events no force row level security`],
    ['none that is enabled', sql`alter table events disable row level security`],
    ['no policy', sql`drop policy tenant on events`],
    ['a policy for everything', sql`alter policy tenant on events using (true) with check (true)`],
    ['a policy that lets write anything', sql`alter policy tenant on events with check (true)`],
  ])('and one with %s would be found', async (_case, statement) => {
    const found = await rolledBack(async (tx) => {
      await tx.execute(statement)
      return unsecuredTables(tx)
    })
    expect(found).toEqual([expect.stringMatching(/^(new_things|events)$/)])
  })

  it('beside it, policies only open what signing in, searches and sweeps look for', async () => {
    const rows = await world.owner.execute<{ policy: string }>(sql`
      select policyname || ' of ' || tablename || ' for ' || cmd || ' to ' || array_to_string(roles, ', ') as policy
      from pg_policies where schemaname = 'public' and policyname <> 'tenant' order by 1`)
    const others = rows
      .map(({ policy }) => policy)
      .filter((policy) => !/^sweep of \w+ for SELECT to astralis_sweep$/.test(policy))
    expect(others).toEqual([
      'search of events for SELECT to astralis_search',
      'search of search_documents for SELECT to astralis_search',
      'sign_in of identities for SELECT to astralis_app',
      'sign_in of users for SELECT to astralis_app',
    ])
  })

  it('functions run with the rights of whoever calls them, and none is the app’s', async () => {
    const [row] = await world.owner.execute(sql`
      select count(*) filter (where prosecdef)::int as definer,
        count(*) filter (where pg_get_userbyid(proowner) in ('astralis_app', 'astralis_search', 'astralis_sweep'))::int as owned
      from pg_proc where pronamespace in (select oid from pg_namespace where nspname in ('public', 'pgboss'))`)
    expect(row).toEqual({ definer: 0, owned: 0 })
  })

  it('a sweep has no eyes for secrets', async () => {
    const rows = await world.owner.execute<{ name: string }>(sql`
      select c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_column_privilege('astralis_sweep', c.oid, a.attnum, 'SELECT')
        and (a.attname ~ 'token|hash|password|verifier|secret|sealed' or a.attname = 'message'
          or c.relname in ('sessions', 'api_tokens', 'identities', 'authorizations', 'rate_limits'))
      order by 1`)
    // Cursors of lists are no secrets.
    const secrets = rows.map(({ name }) => name).filter((name) => !/\.(sync|page)_token$/.test(name))
    expect(secrets).toEqual([])
  })

  it('who searches reads of events when they are, and what is found', async () => {
    const rows = await world.owner.execute<{ name: string }>(sql`
      select c.relname || '.' || a.attname as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and has_column_privilege('astralis_search', c.oid, a.attnum, 'SELECT, INSERT, UPDATE')
      order by c.relname, a.attname`)
    const ofEvents = ['ends_at', 'id', 'org_id', 'series_id', 'source', 'starts_at', 'status']
    expect(rows.map(({ name }) => name)).toEqual([
      ...ofEvents.map((column) => `events.${column}`),
      ...['event_id', 'org_id', 'words'].map((column) => `search_documents.${column}`),
    ])
    const [role] = await world.owner.execute(sql`
      select rolsuper, rolbypassrls, rolcanlogin, current_search() is null as finds_nothing
      from pg_roles where rolname = 'astralis_search'`)
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false, finds_nothing: true })
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
