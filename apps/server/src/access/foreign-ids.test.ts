import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findLeaks } from './testing/find-leaks.ts'
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
