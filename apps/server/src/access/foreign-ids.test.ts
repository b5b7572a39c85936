import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApiToken, createSession, PASSWORD } from './testing/members.ts'
import { findLeaks } from './testing/find-leaks.ts'
import { normalise } from './testing/foreign-ids.ts'
import { idFieldsOf, valueAt } from './testing/id-fields.ts'
import { PROCEDURES } from './testing/procedures.ts'
import { SAMPLES } from './testing/samples.ts'
import { type AccessWorld, forgetAttempts, startAccessWorld } from './testing/start-access-world.ts'

let world: AccessWorld
beforeAll(async () => {
  world = await startAccessWorld()
})
beforeEach(() => forgetAttempts(world))
afterAll(() => world.close())

describe('H3: an id of another organization is like one that does not exist', () => {
  it.each(PROCEDURES)('$name', async (procedure) => {
    expect(await findLeaks(world, procedure, ['ADMIN', 'CLIENT'])).toEqual([])
  })

  it('and every field that names something has been tried', async () => {
    for (const { name, schema } of PROCEDURES) {
      const inputs = await Promise.all(SAMPLES[name].inputs.map((make) => make(world.ours, world.ours.members.ADMIN)))
      for (const { path } of idFieldsOf(schema)) {
        const field = `${name}.${path.join('.')}`
        expect([field, inputs.some((input) => typeof valueAt(input, path) === 'string')]).toEqual([field, true])
      }
    }
  })
})

describe('H3: what signs somebody in is good in its own organization only', () => {
  const me = { name: 'auth.me', type: 'query' } as const
  const members = { name: 'members.list', type: 'query' } as const
  /** The secret of one, with the organization of another in front. */
  const moved = (token: string, from: string, to: string) => token.replace(from, to)

  it('a session', async () => {
    const { ours, theirs, owner } = world
    const { token } = await createSession(owner, theirs.members.ADMIN)
    const cookie = (value: string) => ({ cookie: `astralis_session=${value}` })
    expect((await ours.call(me, undefined, cookie(token))).text).toContain(theirs.mark)
    const forged = cookie(moved(token, theirs.id, ours.id))
    expect((await ours.call(me, undefined, forged)).text).toBe('{"result":{"data":null}}')
    expect((await ours.call(members, undefined, forged)).outcome).toBe('401 NOT_SIGNED_IN')
  })

  it('an API token, and a cookie beside it does not help', async () => {
    const { ours, theirs, owner } = world
    const { token } = await createApiToken(owner, theirs.members.ADMIN)
    const session = await createSession(owner, ours.members.ADMIN)
    const bearer = (value: string) => ({ authorization: `Bearer ${value}` })
    expect((await ours.call(members, undefined, bearer(token))).text).toContain(theirs.mark)
    const forged = { ...bearer(moved(token, theirs.id, ours.id)), cookie: `astralis_session=${session.token}` }
    expect((await ours.call(members, undefined, forged)).outcome).toBe('401 NOT_SIGNED_IN')
    expect((await ours.call(members, undefined, bearer(session.token))).outcome).toBe('401 NOT_SIGNED_IN')
  })

  it('a wrong password says nothing of whether the address has an account', async () => {
    const { ours, theirs } = world
    const signIn = async (email: string) => {
      const input = { email, password: `${PASSWORD}!` }
      const { status, text } = await ours.call({ name: 'auth.signIn', type: 'mutation' }, input, {})
      return { status, text: normalise(text, [email]) }
    }
    expect(await signIn(theirs.members.ADMIN.email)).toEqual(await signIn('nobody@nowhere.example'))
  })
})
