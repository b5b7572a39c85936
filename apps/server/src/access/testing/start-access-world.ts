import { createDatabase, type Database } from '@astralis/db/client'
import { startTestServer, type TestServer, type TestServerOptions } from '../../testing/start-test-server.ts'
import { createCall } from './call.ts'
import { createOrganization } from './members.ts'
import { bookEvent, type World } from './things.ts'

export interface AccessWorld {
  server: TestServer
  owner: Database
  ours: World
  theirs: World
  close: () => Promise<void>
}

/** Credentials of Google, so that consent can be begun; nothing answers there. */
const GOOGLE = {
  client: { clientId: 'client', clientSecret: 'secret' },
  redirectUrl: null,
  rootUrl: 'http://localhost:9/',
  authorizeUrl: 'http://localhost:9/authorize',
  tokenUrl: 'http://localhost:9/token',
  revokeUrl: 'http://localhost:9/revoke',
}

/** A server with two organizations that can have the same things, under marks that nothing else has. */
export async function startAccessWorld(options: Pick<TestServerOptions, 'connectBy'> = {}): Promise<AccessWorld> {
  const server = await startTestServer({ google: GOOGLE, ...options })
  const { db: owner, close } = createDatabase(server.databaseUrl, { role: 'owner', max: 4 })
  const call = createCall(server.url)
  const [ours, theirs] = [
    { ...(await createOrganization(owner, 'larch')), call },
    { ...(await createOrganization(owner, 'spruce')), call },
  ]
  for (let year = 2030; year < 2040; year++) await fillYear(theirs, year)
  return {
    server,
    owner,
    ours,
    theirs,
    async close() {
      await close()
      await server.stop()
    },
  }
}

/** Somebody of theirs always has something at hand, so that there is something to see at every hour of ours. */
async function fillYear(theirs: World, year: number): Promise<void> {
  const span = { startsAt: `${year}-01-01T00:00:00Z`, endsAt: `${year + 1}-01-01T00:00:00Z` }
  await bookEvent(theirs, theirs.members.ADMIN, span)
}

/** Whoever tests everything tries more than the limits allow. */
export async function forgetAttempts({ owner }: AccessWorld): Promise<void> {
  await owner.execute('delete from rate_limits')
}
