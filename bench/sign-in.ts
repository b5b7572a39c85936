import assert from 'node:assert/strict'
import { insertOrganization, insertUser } from '@astralis/db/queries/users'
import { asOwner } from '@astralis/db/testing/clone-database'
import { hashPassword } from '@astralis/services/auth/password'
import type { Runtime } from '@astralis/services/context'
import { inOrganization } from '@astralis/services/transaction'
import { compose } from '../apps/server/src/compose.ts'
import type { Benchmark } from './benchmark.ts'
import { median, percentile, round } from './measure.ts'

const TURNS = 300
const WARM_UP = 20
/** Fewer in between than one address may try. */
const TURNS_COUNTED_TOGETHER = 50

/** How sign-ins fail that an attacker must not tell apart. */
const WAYS = {
  'wrong password': { emailOf: (turn: number) => `member-${turn}@example.com`, password: 'wrong horse' },
  'unknown address': { emailOf: (turn: number) => `nobody-${turn}@example.com`, password: 'wrong horse' },
  'deactivated account': { emailOf: (turn: number) => `former-${turn}@example.com`, password: 'correct horse' },
}
type Way = keyof typeof WAYS

/**
 * How long a failed sign-in takes over HTTP, by why it fails. The ways take turns, and begin by turns; each turn is another
 * account, because attempts on one are limited.
 */
export const signInTimes: Benchmark = async ({ createDatabase, startServer, open }, report) => {
  const databaseUrl = await createDatabase('sign_in')
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  await createAccounts(runtime)
  const server = await startServer(databaseUrl)
  const ways = Object.keys(WAYS).filter(isWay)
  const took: Record<Way, number[]> = { 'wrong password': [], 'unknown address': [], 'deactivated account': [] }
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    // All of them come from one address, which has had enough otherwise.
    if (turn % TURNS_COUNTED_TOGETHER === 0) await asOwner(databaseUrl, 'delete from rate_limits')
    const first = turn % ways.length
    for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
      const { emailOf, password } = WAYS[way]
      const began = performance.now()
      await fail(server, { email: emailOf(turn), password })
      if (turn >= WARM_UP) took[way].push(performance.now() - began)
    }
  }
  const usual = median(took['wrong password'])
  for (const way of ways) {
    const p50 = median(took[way])
    report({
      way,
      attempts: TURNS,
      p50Ms: round(p50),
      p95Ms: round(percentile(took[way], 0.95)),
      ratio: Math.round((p50 / usual) * 1000) / 1000,
      aim: '0.9 to 1.1',
    })
  }
}

function isWay(name: string): name is Way {
  return Object.hasOwn(WAYS, name)
}

async function createAccounts(runtime: Runtime): Promise<void> {
  const orgId = runtime.newId()
  const createdAt = runtime.clock()
  const passwordHash = await hashPassword('correct horse')
  const common = { orgId, role: 'OPERATOR', timeZone: 'UTC', passwordHash, createdAt } as const
  await inOrganization(runtime, orgId, async (tx) => {
    await insertOrganization(tx, { id: orgId, name: 'Benchmark', createdAt })
    for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
      const [member, former] = [WAYS['wrong password'].emailOf(turn), WAYS['deactivated account'].emailOf(turn)]
      await insertUser(tx, { ...common, id: runtime.newId(), email: member, name: member })
      await insertUser(tx, { ...common, id: runtime.newId(), email: former, name: former, isActive: false })
    }
  })
}

/** The answer has to be the one that says nothing. */
async function fail(server: string, input: { email: string; password: string }): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server}/trpc/auth.signIn`, { method: 'POST', headers, body: JSON.stringify(input) })
  assert.equal(answer.status, 401)
  assert.match(await answer.text(), /"SIGN_IN_FAILED"/)
}
