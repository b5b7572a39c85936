import { randomBytes, randomUUID } from 'node:crypto'
import { createGoogleAuthorization } from '@astralis/calendars/google/google-authorization'
import { createGoogleProvider } from '@astralis/calendars/google/google-provider'
import { type GoogleForTests, startForTests } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { insertConnection } from '@astralis/db/queries/connections'
import { putLinkedCalendar } from '@astralis/db/queries/linked-calendars'
import { requestPull } from '@astralis/db/queries/streams'
import { listEvents } from '@astralis/db/queries/events'
import type { Event } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { tokenPlace } from '../connections/sealed-places.ts'
import { createTokenSeal } from '../connections/token-seal.ts'
import type { ServiceContext } from '../context.ts'
import { syncCalendar } from '../sync/sync-calendar.ts'
import type { SyncRuntime } from '../sync/sync-runtime.ts'
import { inOrganization } from '../transaction.ts'
import { runtimeOf, type TestWorld } from './test-world.ts'

const SCOPES = [
  'openid',
  'email',
  'https://www.googleapis.com/auth/calendar.events',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
]

/** A world with a stand-in of Google beside it, and what the worker needs to sync the two. */
export interface SyncWorld {
  google: GoogleForTests
  runtime: SyncRuntime
  /** How long the sync wanted to wait, all in all. */
  waited: () => number
}

/** Far beyond what a loaded machine needs: an answer that is given up is a fault that no test has asked for. */
const TIMEOUT_MS = 20_000

export async function createSyncWorld(world: TestWorld): Promise<SyncWorld> {
  const google = await startForTests({
    now: () => world.now.epochMilliseconds,
    quota: { perUser: 1e6, perProject: 1e6 },
  })
  const seal = createTokenSeal([{ id: 'k1', key: randomBytes(32) }], randomBytes)
  let waited = 0
  const { authorizeUrl, tokenUrl, revokeUrl } = google
  const client = { clientId: 'client', clientSecret: 'secret', redirectUrl: 'http://localhost/api/calendar/callback' }
  const runtime: SyncRuntime = {
    ...runtimeOf(world),
    calendars: {
      providers: { GOOGLE: createGoogleProvider({ rootUrl: google.apiRootUrl, timeoutMs: TIMEOUT_MS }) },
      authorizations: {
        GOOGLE: createGoogleAuthorization({ ...client, authorizeUrl, tokenUrl, revokeUrl, timeoutMs: TIMEOUT_MS }),
      },
      seal,
    },
    publicUrl: 'https://calendar.example.com',
    pollSeconds: 600,
    wait: async (seconds) => {
      waited += seconds
    },
    random: () => 0.5,
  }
  return { google, runtime, waited: () => waited }
}

export interface LinkedMember {
  ctx: ServiceContext
  connectionId: string
  calendarId: string
  /** The account at Google. */
  account: string
}

/** Links the account of a member as the consent page would, with its primary calendar chosen. */
export async function linkMember(
  { google, runtime }: SyncWorld,
  ctx: ServiceContext,
  account: string,
): Promise<LinkedMember> {
  const { orgId, userId } = ctx.actor
  const id = randomUUID()
  const calendarId = randomUUID()
  const { accessToken, refreshToken } = google.control.grant(account, SCOPES)
  const place = { orgId, id, provider: 'GOOGLE' as const }
  const { seal } = runtime.calendars
  const now = ctx.clock()
  await inOrganization(runtime, orgId, async (tx) => {
    await insertConnection(tx, {
      orgId,
      id,
      userId,
      provider: 'GOOGLE',
      accountId: account,
      accountEmail: account,
      status: 'ACTIVE',
      scopes: SCOPES,
      createdAt: now,
      updatedAt: now,
      accessExpiresAt: now.add({ hours: 1 }),
      accessToken: seal.seal(accessToken, tokenPlace(place, 'access_token')),
      refreshToken: seal.seal(refreshToken, tokenPlace(place, 'refresh_token')),
    })
    await putLinkedCalendar(tx, {
      orgId,
      id: calendarId,
      connectionId: id,
      remoteId: account,
      name: account,
      timeZone: 'Europe/Berlin',
      accessRole: 'owner',
      isPrimary: true,
      isSelected: true,
    })
    await requestPull(tx, orgId, calendarId, now)
  })
  return { ctx, connectionId: id, calendarId, account }
}

/** Runs the job for a calendar, as a notification would make the worker do. */
export async function syncNow({ runtime }: SyncWorld, { ctx, calendarId }: LinkedMember) {
  const { orgId } = ctx.actor
  await inOrganization(runtime, orgId, (tx) => requestPull(tx, orgId, calendarId, ctx.clock()))
  return syncCalendar(runtime, { orgId, id: calendarId })
}

/** Runs the job without that anything is to be read. */
export async function pushNow({ runtime }: SyncWorld, { ctx, calendarId }: LinkedMember) {
  return syncCalendar(runtime, { orgId: ctx.actor.orgId, id: calendarId })
}

/** Every event of the organization in a span of years. */
export async function allEvents({ runtime }: SyncWorld, { orgId }: { orgId: string }): Promise<Event[]> {
  const span = {
    startsAt: Temporal.Instant.from('2020-01-01T00:00:00Z'),
    endsAt: Temporal.Instant.from('2035-01-01T00:00:00Z'),
  }
  return inOrganization(runtime, orgId, (tx) => listEvents(tx, { orgId, span }))
}

export async function logOf(world: TestWorld): Promise<{ direction: string; outcome: string; title: string | null }[]> {
  return [
    ...(await world.owner.execute<{ direction: string; outcome: string; title: string | null }>(
      sql`select direction, outcome, title from sync_entries order by at, id`,
    )),
  ]
}
