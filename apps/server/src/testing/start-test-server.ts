import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { asOwner, cloneDatabase } from '@astralis/db/testing/clone-database'
import { seedDemo } from '@astralis/services/demo/seed-demo'
import { testPostgres } from '@astralis/services/testing/test-postgres'
import { type AppOptions, buildApp } from '../app.ts'
import { compose } from '../compose.ts'

export interface TestServer {
  url: string
  /** Runs a statement on the database behind it, as its owner. */
  execute: (statement: string) => Promise<void>
  stop: () => Promise<void>
}

/** The real server on a cloned database and a free port, with the built web app; `demo` fills in the demo team. */
export async function startTestServer({
  demo = false,
  logger = false,
  openAi = null,
}: { demo?: boolean; logger?: AppOptions['logger']; openAi?: AppOptions['openAi'] } = {}): Promise<TestServer> {
  const { url, template } = testPostgres()
  const clone = await cloneDatabase(url, template)
  const { runtime, close } = compose(clone.url)
  if (demo) await seedDemo(runtime, { hasOutbox: true })
  const port = await findFreePort()
  const publicUrl = `http://localhost:${port}`
  const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url))
  const app = await buildApp({ runtime, publicUrl, openAi, usesOutbox: true, webRoot, logger })
  await app.listen({ host: '127.0.0.1', port })
  return {
    url: publicUrl,
    execute: (statement) => asOwner(clone.url, statement),
    async stop() {
      await app.close()
      await close()
      await clone.drop()
    },
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
