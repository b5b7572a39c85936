import type { ProcedureName } from '@astralis/core/access/access-table'
import { ACTIVITY_ENTITIES } from '@astralis/core/activity/activity-entity'
import { hashRows } from '@astralis/db/testing/hash-rows'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enter } from '../access/testing/call.ts'
import { createSession, PASSWORD } from '../access/testing/members.ts'
import { PROCEDURES } from '../access/testing/procedures.ts'
import type { MakeInput } from '../access/testing/sample.ts'
import { SAMPLES } from '../access/testing/samples.ts'
import { type AccessWorld, forgetAttempts, startAccessWorld } from '../access/testing/start-access-world.ts'

interface Exception {
  why: string
  /** In which tables something is noted for the work that follows. */
  notesIn?: string[]
}

/** Mutations after which nothing is another way than before. */
const CHANGES_NOTHING: Partial<Record<ProcedureName, Exception>> = {
  'auth.googleUrl': { why: 'It answers with an address to begin at; coming back from there signs in, and is logged.' },
  'account.linkGoogle': { why: 'It notes what has to come back from Google; coming back links, and is logged.' },
  'connections.authorizationUrl': {
    why: 'It notes what has to come back from Google; coming back links, and is logged.',
  },
  'connections.sync': {
    why: 'It asks for a look at what is there; what is found and changed is logged then.',
    notesIn: ['calendars', 'jobs'],
  },
}

/** Inputs by which something changes, where that of the table of access leaves everything as it is. */
const CHANGING: Partial<Record<ProcedureName, MakeInput>> = {
  'account.update': () => ({ name: 'Another name' }),
  'account.endFirstSteps': async ({ owner }, { id }) =>
    void (await owner.execute(`update users set is_new = true where id = '${id}'`)),
  'sessions.revokeOthers': async ({ owner }, member) => void (await createSession(owner, member)),
  'connections.update': async (world, member) => ({
    ...Object(await SAMPLES['connections.update'].inputs[0](world, member)),
    syncEnabled: false,
  }),
}

/** Where attempts, and what is to come back from elsewhere, are kept for some minutes. */
const FLEETING = ['activity', 'rate_limits', 'authorizations']

const MUTATIONS = PROCEDURES.filter(({ type }) => type === 'mutation')

let world: AccessWorld
beforeAll(async () => {
  world = await startAccessWorld()
})
beforeEach(() => forgetAttempts(world))
afterAll(() => world.close())

interface Entry extends Record<string, unknown> {
  id: string
  org_id: string
  actor_id: string | null
  action: string
  entity: string
  origin: string
  before: unknown
  after: unknown
}

async function entries(): Promise<Entry[]> {
  return [...(await world.owner.execute<Entry>('select * from activity'))]
}

/** Calls a mutation as an admin would, and answers with what came of it. */
async function call(name: ProcedureName) {
  const { ours, owner } = world
  const { ADMIN } = ours.members
  const makeInput = CHANGING[name] ?? SAMPLES[name].inputs[0]
  const input = await makeInput(ours, ADMIN)
  const credentials = await enter(owner, { member: ADMIN, by: 'browser' })
  const known = new Set((await entries()).map(({ id }) => id))
  const rows = await hashRows(owner, ours.id)
  const answer = await ours.call({ name, type: 'mutation' }, input, credentials)
  expect(answer.outcome).toBe('200')
  const after = await hashRows(owner, ours.id)
  const changed = Object.keys(after).filter((table) => after[table] !== rows[table] && !FLEETING.includes(table))
  return { logged: (await entries()).filter(({ id }) => !known.has(id)), changed, answer, credentials, input }
}

describe.each(MUTATIONS.filter(({ name }) => !(name in CHANGES_NOTHING)))('B7: $name', ({ name }) => {
  it('writes down who did what and from where, and no secret', async () => {
    const { logged, answer, credentials, input } = await call(name)
    expect(logged.length).toBeGreaterThan(0)
    for (const { action, entity, origin } of logged) {
      expect(ACTIVITY_ENTITIES).toContain(entity)
      expect(action.startsWith(`${entity}.`)).toBe(true)
      expect(origin).toMatch(/^web [\d.:a-f]+$/)
    }
    // Of what guests do, nobody who has an account is the author.
    const authors = new Set(logged.map(({ actor_id: actorId }) => typeof actorId))
    expect([...authors]).toEqual([name === 'events.respond' ? 'object' : 'string'])
    const text = JSON.stringify(logged)
    for (const secret of secretsIn(answer.text, input, credentials)) expect(text).not.toContain(secret)
    for (const key of logged.flatMap(({ before, after }) => keysIn([before, after])))
      expect(key).not.toMatch(/token|password|hash|secret|cookie|^link$/i)
  })
})

const EXCEPTIONS = MUTATIONS.flatMap(({ name }) => {
  const exception = CHANGES_NOTHING[name]
  return exception ? [{ name, notesIn: [], ...exception }] : []
})

it.each(EXCEPTIONS)('B7: $name writes nothing down. $why', async ({ name, notesIn }) => {
  const { logged, changed } = await call(name)
  expect({ logged, changed }).toEqual({ logged: [], changed: notesIn })
})

it('B7: the exceptions are mutations that there are', () => {
  const names = MUTATIONS.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([...Object.keys(CHANGES_NOTHING), ...Object.keys(CHANGING)]))
})

/** Passwords, and what stands in answers, inputs and headers to open something with. */
function secretsIn(answer: string, input: unknown, credentials: Record<string, string>): string[] {
  const found = [answer, JSON.stringify(input ?? {})].flatMap((text) => [
    ...text.matchAll(/"(?:token|link|password|newPassword)":"([^"]+)"/g),
  ])
  const headers = Object.values(credentials).map((value) => value.slice(value.indexOf('=') + 1))
  const secrets = [...found.map(([, secret = '']) => secret), ...headers, PASSWORD]
  return secrets.map((secret) => secret.slice(secret.lastIndexOf('/') + 1))
}

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
}
