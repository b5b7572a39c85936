import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ServiceError } from '../errors.ts'
import { createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { type Attempt, giveBackAttempts, takeAttempts } from './rate-limit.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

const signIn = (of: string): Attempt => ({ limit: 'sign-in.account-and-address', of })
const isRefused = (attempts: Attempt[], minutesLater = 0) => {
  const runtime = { ...runtimeOf(world), clock: () => world.now.add({ minutes: minutesLater }) }
  return takeAttempts(runtime, attempts).then(
    () => false,
    (error: unknown) => error,
  )
}

describe('limits of attempts', () => {
  it('hold when all of them come at once, and say for how long', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, () => isRefused([signIn('at once')])))
    expect(results.filter((refused) => refused === false)).toHaveLength(10)
    expect(results.find((refused) => refused !== false)).toMatchObject({
      reason: 'RATE_LIMITED',
      message: 'There have been too many attempts to sign in. Try again in 15 minutes.',
      details: { retryAfterSeconds: 900 },
    })
    expect(await isRefused([signIn('somebody else')])).toBe(false)
  })

  it('end with their window, which begins with the first attempt', async () => {
    for (let nth = 0; nth < 10; nth++) expect(await isRefused([signIn('patient')], nth)).toBe(false)
    expect(await isRefused([signIn('patient')], 14)).toMatchObject({ details: { retryAfterSeconds: 60 } })
    expect(await isRefused([signIn('patient')], 15)).toBe(false)
  })

  it('forget what was right', async () => {
    for (let nth = 0; nth < 30; nth++) {
      expect(await isRefused([signIn('right')])).toBe(false)
      await giveBackAttempts(runtimeOf(world), [signIn('right')])
    }
  })

  it('do not stand in each other’s way', async () => {
    const all = (of: string): Attempt[] => [
      { limit: 'sign-in.account', of },
      { limit: 'sign-in.address', of },
      { limit: 'link.address', of },
      { limit: 'rsvp.link', of },
    ]
    const tries = Array.from({ length: 200 }, async (_, nth) => {
      const attempts = nth % 2 ? all('busy') : all('busy').toReversed()
      await takeAttempts(runtimeOf(world), attempts)
      await giveBackAttempts(runtimeOf(world), attempts)
    })
    const results = await Promise.allSettled(tries)
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(failures.filter((reason) => !(reason instanceof ServiceError))).toEqual([])
  })

  it('what one of them refuses, the others do not count', async () => {
    const both: Attempt[] = [signIn('stubborn'), { limit: 'sign-in.account', of: 'stubborn' }]
    for (let nth = 0; nth < 150; nth++) await isRefused(both)
    expect(await isRefused(both)).not.toBe(false)
    expect(await isRefused([{ limit: 'sign-in.account', of: 'stubborn' }])).toBe(false)
  })

  it('count large ones as more', async () => {
    const search = (cost: number): Attempt => ({ limit: 'suggest.person', of: 'ana', cost })
    expect(await isRefused([search(1_500_000)])).toBe(false)
    expect(await isRefused([search(1_500_000)])).toMatchObject({ reason: 'RATE_LIMITED' })
  })

  it('keep no address, and nothing for ever', async () => {
    await isRefused([signIn('ana@example.com 203.0.113.7')])
    const stored = async () => JSON.stringify(await world.owner.execute(sql`select * from rate_limits`))
    expect(await stored()).not.toMatch(/ana|203/)
    for (let nth = 0; nth < 5; nth++) await isRefused([signIn(`later ${nth}`)], 10_000)
    const [row] = await world.owner.execute(
      sql`select count(*)::int as old from rate_limits where resets_at < ${world.now.add({ minutes: 9000 }).toString()}`,
    )
    expect(row).toEqual({ old: 0 })
  })
})
