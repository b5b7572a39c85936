import type { ProcedureName } from '@astralis/core/access/access-table'
import { testPostgres } from '@astralis/services/testing/test-postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findLeaks } from './testing/find-leaks.ts'
import { PROCEDURES } from './testing/procedures.ts'
import { type RewritingProxy, startRewritingProxy } from './testing/rewriting-proxy.ts'
import { type AccessWorld, forgetAttempts, startAccessWorld } from './testing/start-access-world.ts'
import { type ScopingSwitch, switchOffScoping, switchOffSecurity } from './testing/switch-off.ts'

/** What of the API reaches rows by their ids, or lists them, and makes them without a look at other rows. */
const LEAKING = new Set<ProcedureName>([
  'availability.get',
  'availability.set',
  'events.get',
  'events.list',
  'events.cancel',
  'scheduling.conflicts',
  'scheduling.explain',
  'mails.outbox',
  'mails.outboxMessage',
  'members.invitations',
  'members.list',
  'members.update',
  'members.withdrawInvitation',
  'tokens.list',
  'tokens.revoke',
])

let world: AccessWorld
beforeEach(() => forgetAttempts(world))

describe('H3: with row-level security switched off, the queries alone keep organizations apart', () => {
  beforeAll(async () => {
    world = await startAccessWorld()
    await switchOffSecurity(world.owner)
  })
  afterAll(() => world.close())

  it.each(PROCEDURES)('$name', async (procedure) => {
    expect(await findLeaks(world, procedure)).toEqual([])
  })
})

describe('H3: with the scoping of queries switched off, row-level security alone keeps organizations apart', () => {
  let scoping: ScopingSwitch
  let proxy: RewritingProxy
  beforeAll(async () => {
    scoping = switchOffScoping()
    proxy = await startRewritingProxy(testPostgres().url, scoping.rewrite)
    world = await startAccessWorld({ connectBy: proxy.through })
  })
  afterAll(async () => {
    await world.close()
    await proxy.stop()
  })

  it.each(PROCEDURES)('$name', async (procedure) => {
    expect(await findLeaks(world, procedure)).toEqual([])
  })

  it('which was switched off in every statement that looks for rows of an organization', () => {
    const searching = [...scoping.untouched].filter((statement) => !/^\s*insert into/.test(statement))
    // Entering an organization names it; signing in looks for an account by its address, which says what the organization is.
    const expected = [/set_config\('astralis\.org_id'/, /from "users" where "users"\."email" = \$1$/]
    expect(searching.filter((statement) => !expected.some((pattern) => pattern.test(statement)))).toEqual([])
  })

  it.each(PROCEDURES.filter(({ name }) => LEAKING.has(name)))(
    'with both switched off, the proof finds that $name leaks',
    async (procedure) => {
      await switchOffSecurity(world.owner)
      expect(await findLeaks(world, procedure)).not.toEqual([])
    },
  )
})
