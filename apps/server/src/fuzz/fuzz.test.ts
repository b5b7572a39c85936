import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arbitraryFromSchema } from './testing/arbitrary-from-schema.ts'
import { withDamage } from './testing/damage.ts'
import { type FuzzWorld, startFuzzWorld } from './testing/fuzz-world.ts'
import { violationOf } from './testing/law.ts'
import { heapInUse } from './testing/memory.ts'
import { listProcedures } from './testing/procedures.ts'

const RUNS = 40
/** Printed with the counterexample; change it to look elsewhere. */
const SEED = 20_260_707
/** Other tests run beside this one; `bench/fuzz.ts` holds answers to less. */
const MAX_MS = 20_000
/** What caches and pools may still fill after the first half. */
const MAX_GROWTH_MB = 24

const procedures = listProcedures()
let world: FuzzWorld
const heaps: number[] = []

beforeAll(async () => {
  world = await startFuzzWorld()
})
afterAll(() => world.stop())

describe('security: whatever is sent to a procedure is answered in time, by an answer or a reason', () => {
  it.each(procedures)('$path', { timeout: 240_000 }, async (procedure) => {
    const { input } = procedure
    const property = async (value: unknown) => {
      for (const answer of await world.attempt(procedure, value)) {
        const violation = violationOf(answer, MAX_MS)
        if (violation !== null) throw new Error(violation)
      }
    }
    const values = input
      ? withDamage(arbitraryFromSchema(input, await world.poolsFor(procedure)))
      : withDamage(fc.constant({}))
    await fc.assert(fc.asyncProperty(values, property), { numRuns: RUNS, seed: SEED, endOnFailure: true })
    heaps.push(heapInUse())
  })

  it('and nothing of it stays: neither memory nor a property of all objects', () => {
    const half = heaps[Math.floor(heaps.length / 2)] ?? 0
    expect((heaps.at(-1) ?? Infinity) - half).toBeLessThan(MAX_GROWTH_MB)
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })
})
