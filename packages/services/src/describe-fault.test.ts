import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeFault } from './describe-fault.ts'
import { createTestWorld, type TestWorld } from './testing/test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

it('security: a failed query is described with what went wrong where, and without what it was about', async () => {
  const secret = 'secret\n    at secret words'
  const error: unknown = await world.owner
    .execute(sql`insert into organizations (id, name) values (${crypto.randomUUID()}, ${secret})`)
    .catch((reason: unknown) => reason)
  // There is something to leave out.
  expect(String(error)).toContain(secret)
  const fault = describeFault(error)
  expect(JSON.stringify(fault)).not.toContain('secret')
  expect(fault.message).toContain('insert into organizations')
  expect(fault.cause).toMatchObject({ code: '23502', column_name: 'created_at', table_name: 'organizations' })
  expect(fault.stack).toMatch(/^ {4}at /)
})

it('whatever is thrown is described, and a circle of causes ends', () => {
  const circle = new Error('one')
  circle.cause = circle
  expect(JSON.stringify(describeFault(circle)).match(/one/g)).toHaveLength(6)
  expect(describeFault('words')).toEqual({ type: 'string', message: 'words', stack: '' })
  expect(describeFault(undefined)).toMatchObject({ type: 'undefined' })
})
