import { randomBytes } from 'node:crypto'
import { type GoogleStandIn, startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { createDatabase, type Database } from '@astralis/db/client'
import { assembleCalendarServices } from '@astralis/services/connections/assemble-calendar-services'
import type { Runtime, ServiceContext } from '@astralis/services/context'
import type { SyncRuntime } from '@astralis/services/sync/sync-runtime'
import { syncCalendar } from '@astralis/services/sync/sync-calendar'
import { type Linked, linkAccount } from './link-account.ts'
import { startNotificationServer } from './notification-server.ts'
import { startWorker, type WorkerBundle, type WorkerProcess } from './worker-process.ts'

/** A database and a stand-in of Google, between which workers come and go. */
export interface SyncSite {
  databaseUrl: string
  /** To look behind the curtain. */
  owner: Database
  google: GoogleStandIn
  /** A worker of this site, by way of another address of the database if one is given. */
  start: (databaseUrl?: string) => WorkerProcess
  /** A member of an organization of their own, with an account at Google; nothing is linked. */
  addMember: () => Promise<{ ctx: Linked['ctx']; account: string }>
  link: (member: { ctx: Linked['ctx']; account: string }) => Promise<Linked>
  /** Brings a calendar in step without a worker. */
  sync: (linked: Linked) => Promise<void>
  /** Kills what runs. */
  close: () => Promise<void>
}

interface SiteParts {
  databaseUrl: string
  bundle: WorkerBundle
  /** With the real clock, as workers have it. */
  runtime: Runtime
  newMember: () => Promise<ServiceContext>
  /** How often workers read every calendar. */
  pollSeconds: number
}

const CLIENT = { clientId: 'client', clientSecret: 'secret' }
/** Google's limits are not what is tested here. */
const QUOTA = { perUser: 1e6, perProject: 1e6 }

export async function openSyncSite({
  databaseUrl,
  bundle,
  runtime,
  newMember,
  pollSeconds,
}: SiteParts): Promise<SyncSite> {
  const google = await startGoogleStandIn({ ...CLIENT, allowsLocalPush: true, quota: QUOTA })
  const notifications = await startNotificationServer(runtime)
  const { db: owner, close: closeOwner } = createDatabase(databaseUrl, { role: 'owner', max: 2 })
  const running = new Set<WorkerProcess>()
  const key = randomBytes(32)
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  const wait = (seconds: number) => Promise.reject(new Error(`Nothing here has to wait for ${seconds} s.`))
  const calendars = assembleCalendarServices({
    google: { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
    keys: [{ id: 'key1', key }],
    publicUrl: notifications.url,
    clock: () => Date.now(),
    wait: (milliseconds) => wait(milliseconds / 1000),
    randomBytes,
  })
  const outside = { publicUrl: notifications.url, pollSeconds, wait, random: () => 0.5 }
  const syncRuntime: SyncRuntime = { ...runtime, calendars, ...outside }
  const environment = {
    GOOGLE_CALENDAR_CLIENT_ID: CLIENT.clientId,
    GOOGLE_CALENDAR_CLIENT_SECRET: CLIENT.clientSecret,
    GOOGLE_API_ROOT_URL: rootUrl,
    GOOGLE_OAUTH_AUTHORIZE_URL: authorizeUrl,
    GOOGLE_OAUTH_TOKEN_URL: tokenUrl,
    GOOGLE_OAUTH_REVOKE_URL: revokeUrl,
    ENCRYPTION_KEYS: `key1:${key.toString('base64')}`,
    PUBLIC_URL: notifications.url,
    CALENDAR_POLL_SECONDS: String(pollSeconds),
  }
  let members = 0
  return {
    databaseUrl,
    owner,
    google,
    start(url = databaseUrl) {
      const worker = startWorker(bundle, { DATABASE_URL: url, ...environment })
      running.add(worker)
      void worker.ended.then(() => running.delete(worker))
      return worker
    },
    async addMember() {
      const account = `person-${members++}@harborpine.example`
      google.control.addAccount({ email: account, name: 'Ines' })
      return { account, ctx: { ...(await newMember()), ...runtime, calendars } }
    },
    link: ({ ctx, account }) => linkAccount(google, ctx, account),
    async sync({ ctx, calendarId }) {
      const { status } = await syncCalendar(syncRuntime, { orgId: ctx.actor.orgId, id: calendarId })
      if (status !== 'done') throw new Error('The calendar could not be brought in step.')
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.kill()))
      await google.close()
      await notifications.close()
      await closeOwner()
    },
  }
}
