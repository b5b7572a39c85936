import fc from 'fast-check'
import { arbitraryFromSchema } from '../apps/server/src/fuzz/testing/arbitrary-from-schema.ts'
import { withDamage } from '../apps/server/src/fuzz/testing/damage.ts'
import { startFuzzWorld } from '../apps/server/src/fuzz/testing/fuzz-world.ts'
import { violationOf } from '../apps/server/src/fuzz/testing/law.ts'
import { heapInUse } from '../apps/server/src/fuzz/testing/memory.ts'
import { listProcedures, type Procedure } from '../apps/server/src/fuzz/testing/procedures.ts'
import type { Benchmark, Result } from './benchmark.ts'

const RUNS = 1000
const SEED = 20_260_707

/**
 * A thousand inputs for every procedure, made from its schema, half of them damaged: how they are answered, and what stays in
 * memory of them. The server runs in this process, so that its memory can be read. Throws at an answer that breaks the law.
 */
export const fuzz: Benchmark = async ({ createDatabase, open }, report) => {
  const world = await startFuzzWorld(await createDatabase('fuzz'))
  open.defer(world.stop)
  const heapBefore = heapInUse()
  let slowest = { procedure: '', milliseconds: 0 }
  let answers = 0

  /** Counts answers by their status. */
  async function attack(procedure: Procedure): Promise<Result> {
    const statuses: Record<string, number> = {}
    let slowestMs = 0
    const property = async (value: unknown) => {
      for (const answer of await world.attempt(procedure, value)) {
        const violation = violationOf(answer)
        if (violation !== null) throw new Error(violation)
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        slowestMs = Math.max(slowestMs, answer.milliseconds)
        answers += 1
      }
    }
    const input = procedure.input
      ? arbitraryFromSchema(procedure.input, await world.poolsFor(procedure))
      : fc.constant({})
    const options = { numRuns: RUNS, seed: SEED, endOnFailure: true, includeErrorInReport: true }
    await fc.assert(fc.asyncProperty(withDamage(input), property), options)
    if (slowestMs > slowest.milliseconds) slowest = { procedure: procedure.path, milliseconds: slowestMs }
    return { procedure: procedure.path, ...statuses, slowestMs: Math.round(slowestMs), heapMb: Math.round(heapInUse()) }
  }

  for (const procedure of listProcedures()) report(await attack(procedure))
  report({
    procedure: 'all',
    answers,
    slowest: slowest.procedure,
    slowestMs: Math.round(slowest.milliseconds),
    heapBeforeMb: Math.round(heapBefore),
    heapAfterMb: Math.round(heapInUse()),
  })
}
