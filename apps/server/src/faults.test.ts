import { expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer } from './testing/start-test-server.ts'

it('an unknown fault is masked for the caller and logged whole', async () => {
  const lines: string[] = []
  const server = await startTestServer({ logger: { stream: { write: (line: string) => void lines.push(line) } } })
  const ana = createApiClient(server.url)
  await ana.auth.signUp.mutate(ANA)
  await server.execute('alter table events rename column title to heading')
  const call = ana.events.list.query({ from: '2030-01-01T00:00:00Z', to: '2030-02-01T00:00:00Z' })
  const error = await call.catch((reason: unknown) => reason)
  await server.stop()
  expect(error).toMatchObject({ data: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.any(String) } })
  expect(JSON.stringify(error)).not.toMatch(/title|select|events\.ts/)
  const log = lines.join('')
  expect(log).toContain('column \\"title\\" does not exist')
  expect(log).toContain(String(error instanceof Error && error.message.match(/[0-9a-f-]{36}/)?.[0]))
})
