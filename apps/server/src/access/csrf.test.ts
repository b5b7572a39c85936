import { ruleOf } from '@astralis/core/access/access-table'
import { hashRows } from '@astralis/db/testing/hash-rows'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enter } from './testing/call.ts'
import { type Procedure, PROCEDURES } from './testing/procedures.ts'
import { SAMPLES } from './testing/samples.ts'
import { type AccessWorld, forgetAttempts, startAccessWorld } from './testing/start-access-world.ts'

let world: AccessWorld

beforeAll(async () => {
  world = await startAccessWorld()
})
beforeEach(() => forgetAttempts(world))
afterAll(() => world.close())

/** What a foreign page can make a browser send, with our cookie. */
interface Forgery {
  name: string
  method?: string
  headers?: Record<string, string>
  /** As the body; null sends the input in the address, as queries do. */
  body: ((json: string) => string | FormData) | null
}

const FOREIGN = 'https://evil.example'
const JSON_TYPE = { 'content-type': 'application/json' }
const asJson = (json: string) => json

/** Even from a page of ours, only JSON is taken; and JSON only from there. */
function forgeries(ours: string): Forgery[] {
  const inAddress = ['GET', 'HEAD', 'OPTIONS'].flatMap((method) => [
    { name: method, method, headers: { origin: ours }, body: null },
    {
      name: `${method} that says POST`,
      method,
      headers: { origin: ours, 'x-http-method-override': 'POST' },
      body: null,
    },
    { name: `${method} that says JSON`, method, headers: { origin: ours, ...JSON_TYPE }, body: null },
  ])
  const otherMethods = ['PUT', 'PATCH', 'DELETE'].map((method) => ({
    name: method,
    method,
    headers: { origin: ours, ...JSON_TYPE },
    body: asJson,
  }))
  const otherBodies = [ours, FOREIGN].flatMap((origin) => [
    {
      name: `a form from ${origin}`,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: (json: string) => `input=${encodeURIComponent(json)}`,
    },
    { name: `multipart from ${origin}`, headers: { origin }, body: asFields },
    { name: `plain text from ${origin}`, headers: { origin, 'content-type': 'text/plain' }, body: asJson },
    {
      name: `plain text that mentions JSON from ${origin}`,
      headers: { origin, 'content-type': 'text/plain; application/json' },
      body: asJson,
    },
    { name: `bytes from ${origin}`, headers: { origin, 'content-type': 'application/octet-stream' }, body: asJson },
  ])
  const otherPages = ['null', FOREIGN, `${ours}.evil.example`, ours.replace('http:', 'https:'), `${ours}0`].map(
    (origin) => ({ name: `JSON from ${origin}`, headers: { origin, ...JSON_TYPE }, body: asJson }),
  )
  return [
    ...inAddress,
    ...otherMethods,
    ...otherBodies,
    ...otherPages,
    { name: 'JSON from nowhere', headers: JSON_TYPE, body: asJson },
    {
      name: 'JSON from nowhere that says GET',
      headers: { ...JSON_TYPE, 'x-http-method-override': 'GET' },
      body: asJson,
    },
  ]
}

function asFields(json: string): FormData {
  const form = new FormData()
  const fields: Record<string, unknown> = JSON.parse(json)
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
  return form
}

describe.each(PROCEDURES.filter(({ type }) => type === 'mutation'))('CSRF: $name', (procedure) => {
  it('is refused to foreign pages, and changes nothing', async () => {
    const { ours, owner, server } = world
    const [makeInput] = SAMPLES[procedure.name].inputs
    const input = await makeInput(ours, ours.members.ADMIN)
    const credentials = await enter(owner, { member: ours.members.ADMIN, by: 'browser' })
    const before = await hashRows(owner)
    const answers = await Promise.all(
      forgeries(server.url).map(async (forgery) => {
        const status = await send(procedure, forgery, input, credentials)
        return { name: forgery.name, status, isRefused: isRefusal(forgery, status) }
      }),
    )
    expect(await hashRows(owner)).toEqual(before)
    expect(answers.filter(({ isRefused }) => !isRefused)).toEqual([])
    // And it was all of that, not the input or the session.
    expect((await ours.call(procedure, input, credentials)).outcome).toBe('200')
  })

  it('needs no Origin from a tool with a token', async () => {
    const { ours, owner } = world
    const [makeInput] = SAMPLES[procedure.name].inputs
    const input = await makeInput(ours, ours.members.ADMIN)
    const credentials = await enter(owner, { member: ours.members.ADMIN, by: 'token' })
    const body = { body: asJson, name: 'JSON', headers: JSON_TYPE }
    const expected = ruleOf(procedure.name).needsSession ? 403 : 200
    expect(await send(procedure, body, input, credentials)).toBe(expected)
  })
})

describe('CSRF: questions by POST', () => {
  it.each(PROCEDURES.filter(({ type }) => type === 'query'))(
    '$name is answered to our own pages only',
    async (procedure) => {
      const { ours, owner, server } = world
      const [makeInput] = SAMPLES[procedure.name].inputs
      const input = await makeInput(ours, ours.members.ADMIN)
      const credentials = await enter(owner, { member: ours.members.ADMIN, by: 'browser' })
      const ask = (headers: Record<string, string>) =>
        send(procedure, { name: 'POST', headers, body: asJson }, input, credentials)
      expect(await ask({ origin: server.url, ...JSON_TYPE })).toBe(200)
      for (const origin of [FOREIGN, 'null']) expect(await ask({ origin, ...JSON_TYPE })).toBe(403)
      expect(await ask(JSON_TYPE)).toBe(403)
      expect(await ask({ origin: server.url, 'content-type': 'text/plain' })).toBe(415)
    },
  )
})

/** tRPC answers every HEAD with 204, without a look at what it asks for. */
function isRefusal({ method }: Forgery, status: number): boolean {
  return (status >= 400 && status < 500) || (method === 'HEAD' && status === 204)
}

async function send(
  { name }: Procedure,
  { method = 'POST', headers = {}, body }: Forgery,
  input: unknown,
  credentials: Record<string, string>,
): Promise<number> {
  const json = JSON.stringify(input ?? {})
  const address = `${world.server.url}/trpc/${name}${body ? '' : `?input=${encodeURIComponent(json)}`}`
  const response = await fetch(address, {
    method,
    headers: { ...headers, ...credentials },
    ...(body && { body: body(json) }),
  })
  await response.arrayBuffer()
  return response.status
}
