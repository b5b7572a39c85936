import { createServer } from 'node:net'
import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { asOwner, type ClonedDatabase, cloneDatabase } from '@astralis/db/testing/clone-database'
import { seedDemo } from '@astralis/services/demo/seed-demo'
import { LIVE_LIMITS } from '@astralis/services/live/live-limits'
import { testPostgres } from '@astralis/services/testing/test-postgres'
import { type AppOptions, buildApp } from '../app.ts'
import { compose, composeCalendars, composeGoogle } from '../compose.ts'
import type { CalendarSettings } from '../env.ts'

/** Where Google is; null credentials let nobody connect. */
type GooglePlace = CalendarSettings['google']

const NOWHERE: GooglePlace = {
  client: null,
  redirectUrl: null,
  rootUrl: 'http://localhost:9/',
  authorizeUrl: 'http://localhost:9/authorize',
  tokenUrl: 'http://localhost:9/token',
  revokeUrl: 'http://localhost:9/revoke',
}

/** What a worker needs to open the tokens that a server has sealed. */
const ENCRYPTION_KEY = { id: 'test', key: randomBytes(32) }

export interface TestServer {
  url: string
  /** What a worker beside it is told. */
  workerEnvironment: Record<string, string>
  /** Of its database, as its owner. */
  databaseUrl: string
  /** Runs a statement on the database behind it, as its owner. */
  execute: (statement: string) => Promise<void>
  /** Ends it, and after `meanwhile` starts another one at the same address with the same data. */
  restart: (meanwhile: () => Promise<void>) => Promise<void>
  stop: () => Promise<void>
}

export interface TestServerOptions {
  demo?: boolean
  logger?: AppOptions['logger']
  openAi?: AppOptions['openAi']
  /** With credentials it is a stand-in, which the web app says. */
  google?: GooglePlace
  trustedProxies?: string[]
  live?: Partial<AppOptions['live']>
  /** Where people reach it, as it is told; otherwise where it is. */
  publicUrl?: string
  /** In place of a clone of the tests' database; it is not dropped in the end. */
  databaseUrl?: string
  /** By which address the server reaches its database. */
  connectBy?: (databaseUrl: string) => string
}

/** The real server on a cloned database and a free port, with the built web app; `demo` fills in the demo team. */
export async function startTestServer({
  demo = false,
  logger = false,
  openAi = null,
  google = NOWHERE,
  trustedProxies = [],
  live = {},
  publicUrl: toldUrl,
  databaseUrl,
  connectBy = (databaseUrl) => databaseUrl,
}: TestServerOptions = {}): Promise<TestServer> {
  const clone = databaseUrl === undefined ? await cloneForTest() : { url: databaseUrl, drop: () => Promise.resolve() }
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const publicUrl = toldUrl ?? url
  const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url))
  const settings: CalendarSettings = { google, keys: [ENCRYPTION_KEY] }
  const calendars = composeCalendars(settings, publicUrl)
  const usesDemoCalendars = google.client !== null
  const start = async () => {
    const { runtime, close } = compose(connectBy(clone.url))
    const app = await buildApp({
      runtime,
      publicUrl,
      openAi,
      usesOutbox: true,
      google: composeGoogle(settings, publicUrl),
      calendars,
      usesDemoCalendars,
      trustedProxies,
      live: { ...LIVE_LIMITS, ...live },
      webRoot,
      logger,
    })
    await app.listen({ host: '127.0.0.1', port })
    return {
      runtime,
      async stop() {
        await app.close()
        await close()
      },
    }
  }
  let running = await start()
  if (demo) await seedDemo(running.runtime, { hasOutbox: true })
  return {
    url,
    databaseUrl: clone.url,
    workerEnvironment: {
      DATABASE_URL: clone.url,
      PUBLIC_URL: publicUrl,
      ENCRYPTION_KEYS: `${ENCRYPTION_KEY.id}:${ENCRYPTION_KEY.key.toString('base64')}`,
      GOOGLE_CALENDAR_CLIENT_ID: google.client?.clientId ?? '',
      GOOGLE_CALENDAR_CLIENT_SECRET: google.client?.clientSecret ?? '',
      GOOGLE_API_ROOT_URL: google.rootUrl,
      GOOGLE_OAUTH_AUTHORIZE_URL: google.authorizeUrl,
      GOOGLE_OAUTH_TOKEN_URL: google.tokenUrl,
      GOOGLE_OAUTH_REVOKE_URL: google.revokeUrl,
    },
    execute: (statement) => asOwner(clone.url, statement),
    async restart(meanwhile) {
      await running.stop()
      await meanwhile()
      running = await start()
    },
    async stop() {
      await running.stop()
      await clone.drop()
    },
  }
}

function cloneForTest(): Promise<ClonedDatabase> {
  const { url, template } = testPostgres()
  return cloneDatabase(url, template)
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
