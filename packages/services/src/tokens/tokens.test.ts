import { createTokenInput } from '@astralis/core/people/token-input'
import { type Role, ROLES } from '@astralis/core/people/role'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { addMember, createOrganization, createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { authenticateApiToken } from './authenticate-api-token.ts'
import { createToken } from './create-token.ts'
import { listTokens } from './list-tokens.ts'
import { revokeToken } from './revoke-token.ts'

let world: TestWorld
let admin: ServiceContext
let operator: ServiceContext
beforeAll(async () => {
  world = await createTestWorld()
  admin = await createOrganization(world)
  operator = await addMember(world, admin.actor.orgId)
})
afterAll(() => world.close())

const make = (ctx: ServiceContext, fields: { role?: Role; expiresAt?: string; name?: string } = {}) =>
  createToken(ctx, createTokenInput.parse({ name: 'Import', role: ctx.actor.role, ...fields }))
const later = (minutes: number) => ({ ...runtimeOf(world), clock: () => world.now.add({ seconds: minutes * 60 }) })
const whoIs = (token: string, minutes = 0) => authenticateApiToken(later(minutes), token)

describe('H4: making a token', () => {
  it('stores its hash alone, tells the log without it, and it acts as its owner', async () => {
    const { id, token } = await make(admin)
    expect(token).toMatch(new RegExp(`^astralis_${admin.actor.orgId}\\.[\\w-]{43}$`))
    const { orgId, userId, email, name, role, timeZone, organizationName } = admin.actor
    const actor = { orgId, userId, email, name, role, timeZone, organizationName }
    expect(await whoIs(token)).toEqual({ actor, tokenName: 'Import' })

    const secret = token.slice(token.indexOf('.') + 1)
    const [row] = await world.owner.execute(sql`select token_hash, t::text as whole from api_tokens t where id = ${id}`)
    expect(row).toMatchObject({ token_hash: hashToken(token) })
    const log = await world.owner.execute<{ action: string; after: unknown }>(
      sql`select action, after, actor_id from activity where entity_id = ${id}`,
    )
    const after = { name: 'Import', role: 'ADMIN', expiresAt: null }
    expect([...log]).toEqual([{ action: 'token.created', after, actor_id: admin.actor.userId }])
    expect(JSON.stringify([row, ...log])).not.toContain(secret)
  })

  it.each([
    ['ADMIN', ['ADMIN', 'OPERATOR', 'CLIENT']],
    ['OPERATOR', ['OPERATOR', 'CLIENT']],
    ['CLIENT', ['CLIENT']],
  ] as const)('%s makes tokens of %j, and of no other role', async (own, allowed) => {
    const member = await addMember(world, admin.actor.orgId, own)
    const made: Role[] = []
    const refusals = new Set<unknown>()
    for (const role of ROLES) {
      const token = await make(member, { role }).then(
        (created) => created.token,
        (error: unknown) => void refusals.add(error instanceof ServiceError && error.reason),
      )
      const known = token === undefined ? null : await whoIs(token)
      if (known) made.push(known.actor.role)
    }
    expect([...refusals]).toEqual(allowed.length === ROLES.length ? [] : ['NOT_ALLOWED'])
    expect(made).toEqual(allowed)
  })

  it('refuses an expiry that is not in the future, at its field', async () => {
    for (const expiresAt of [world.now, world.now.subtract({ seconds: 1 })])
      await expect(make(admin, { expiresAt: expiresAt.toString() })).rejects.toMatchObject({
        reason: 'INVALID_INPUT',
        details: { fields: { expiresAt: 'Expected a time in the future.' } },
      })
  })

  it('ends at fifty a person, also when they come at once', async () => {
    const busy = await addMember(world, admin.actor.orgId)
    const results = await Promise.allSettled(Array.from({ length: 60 }, () => make(busy)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    expect(await listTokens(busy)).toHaveLength(50)
    await expect(make(busy)).rejects.toMatchObject({ reason: 'NOT_ALLOWED', message: /50 API tokens/ })
    await expect(make(operator)).resolves.toBeDefined()
  })
})

describe('H4: a token ends', () => {
  it('when it expires', async () => {
    const { token } = await make(admin, { expiresAt: world.now.add({ minutes: 60 }).toString() })
    expect(await whoIs(token, 59)).not.toBeNull()
    expect(await whoIs(token, 60)).toBeNull()
  })

  it('when it is revoked, which the log tells', async () => {
    const { id, token } = await make(operator, { name: 'Old' })
    await revokeToken(operator, { id })
    expect(await whoIs(token)).toBeNull()
    await expect(revokeToken(operator, { id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    const log = await world.owner.execute(
      sql`select action, before from activity where entity_id = ${id} and action = 'token.revoked'`,
    )
    const before = { name: 'Old', role: 'OPERATOR', userId: operator.actor.userId }
    expect([...log]).toEqual([{ action: 'token.revoked', before }])
  })

  it('with its owner’s power: at once when they are demoted or deactivated', async () => {
    const member = await addMember(world, admin.actor.orgId, 'ADMIN')
    const { token } = await make(member)
    const { userId } = member.actor
    const roles: unknown[] = []
    for (const change of [
      sql`role = 'OPERATOR'`,
      sql`role = 'CLIENT'`,
      sql`is_active = false`,
      sql`is_active = true`,
      sql`role = 'ADMIN'`,
    ]) {
      await world.owner.execute(sql`update users set ${change} where id = ${userId}`)
      roles.push((await whoIs(token))?.actor.role ?? null)
    }
    expect(roles).toEqual(['OPERATOR', 'CLIENT', null, 'CLIENT', 'ADMIN'])
  })

  it('is none of what was never one', async () => {
    const { token } = await make(admin)
    const stranger = await createOrganization(world)
    const secret = token.slice(token.indexOf('.') + 1)
    const noTokens = [
      '',
      'astralis_',
      token.slice('astralis_'.length),
      `${token}x`,
      token.slice(0, -1),
      token.toUpperCase(),
      `astralis_${stranger.actor.orgId}.${secret}`,
      `astralis_' or 1=1 --.${secret}`,
      'a'.repeat(10_000),
    ]
    for (const wrong of noTokens) expect([wrong, await whoIs(wrong)]).toEqual([wrong, null])
  })
})

describe('H4: lists of tokens', () => {
  it('an ADMIN sees and revokes all, others their own; last use is kept to the minute', async () => {
    const [first, second] = [await addMember(world, admin.actor.orgId), await addMember(world, admin.actor.orgId)]
    const own = await make(first, { name: 'Mine', expiresAt: '2026-12-01T00:00:00Z' })
    const others = await make(second)
    await whoIs(own.token, 5)
    await whoIs(own.token, 5.5)
    expect(await listTokens(first)).toEqual([
      {
        id: own.id,
        name: 'Mine',
        role: 'OPERATOR',
        userId: first.actor.userId,
        userName: 'Test person',
        expiresAt: '2026-12-01T00:00:00Z',
        lastUsedAt: world.now.add({ minutes: 5 }).toString(),
        createdAt: world.now.toString(),
      },
    ])
    await expect(revokeToken(first, { id: others.id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect((await listTokens(admin)).map(({ id }) => id)).toEqual(expect.arrayContaining([own.id, others.id]))
    await revokeToken(admin, { id: others.id })
    expect(await listTokens(second)).toEqual([])
  })

  it('no ADMIN of another organization sees or revokes any', async () => {
    const stranger = await createOrganization(world)
    const { id, token } = await make(admin)
    expect(await listTokens(stranger)).toEqual([])
    await expect(revokeToken(stranger, { id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect(await whoIs(token)).not.toBeNull()
  })
})
