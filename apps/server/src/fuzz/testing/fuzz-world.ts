import { createHash, randomBytes } from 'node:crypto'
import { type GoogleStandIn, startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { DEMO_SIGN_IN, demoEmail } from '@astralis/services/demo/demo-team'
import { ANA, createApiClient } from '../../testing/api-client.ts'
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts'
import { listProcedures, type Procedure } from './procedures.ts'
import type { Pools } from './pools.ts'
import { type Answer, send } from './send.ts'

const CLIENT = { clientId: 'fuzz-client', clientSecret: 'fuzz-secret' }
const MESSAGE = JSON.stringify({
  from: { email: 'calendar@example.org', name: 'AstralisOps' },
  to: { email: 'guest@example.com', name: null },
  replyTo: null,
  subject: 'Invitation',
  html: '<p>Planning</p>',
  text: 'Planning',
  calendar: null,
})
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g
const DAY_MS = 86_400_000
const MAX_IDS = 40

/** What ids are of, and whose answers name them. */
const LISTS = {
  event: 'events.list',
  member: 'members.list',
  mail: 'mails.outbox',
  connection: 'connections.list',
  calendar: 'connections.calendars',
  session: 'sessions.list',
  invitation: 'members.invitations',
  token: 'tokens.list',
  activity: 'activity.list',
} as const
type Kind = keyof typeof LISTS

/** By procedure, where it is not the router that says it. */
const KIND_OF_ID: Record<string, Kind> = {
  'members.withdrawInvitation': 'invitation',
  events: 'event',
  reminders: 'mail',
  mails: 'mail',
  connections: 'connection',
  members: 'member',
  sessions: 'session',
  tokens: 'token',
  activity: 'activity',
}
const KIND_OF_FIELD: Record<string, Kind> = {
  userId: 'member',
  userIds: 'member',
  actorId: 'member',
  fromId: 'member',
  toId: 'member',
  eventId: 'event',
  excludeEventId: 'event',
  calendarIds: 'calendar',
  before: 'activity',
}

/** The demo organization with a linked calendar, mail, tokens and invitations, as its admin sees it. */
export interface FuzzWorld {
  server: TestServer
  /** As what is there when it is asked. */
  poolsFor: (procedure: Procedure) => Promise<Pools>
  /** The answers to one input: a second one where the first says that the session is over, or that it was too much. */
  attempt: (procedure: Procedure, input: unknown) => Promise<Answer[]>
  stop: () => Promise<void>
}

export async function startFuzzWorld(databaseUrl?: string): Promise<FuzzWorld> {
  const google = await startGoogleStandIn(CLIENT)
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  const server = await startTestServer({
    demo: true,
    google: { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
  const procedures = new Map(listProcedures().map((procedure) => [procedure.path, procedure]))
  let cookie = await signIn(server)
  const tokens = await furnish(server, google, cookie, call)

  async function call(path: string, input?: unknown): Promise<string> {
    const procedure = procedures.get(path)
    return procedure ? (await send(server.url, cookie, procedure, input)).text : ''
  }

  async function namedBy(path: string, input?: unknown): Promise<string[]> {
    return [...new Set((await call(path, input)).match(UUID))]
  }

  async function idsOf(kind: Kind): Promise<string[]> {
    const [from = '', to = ''] = [-30, 90].map((days) => new Date(Date.now() + days * DAY_MS).toISOString())
    if (kind === 'event') return namedBy('events.list', { from, to })
    if (kind === 'calendar') return namedBy('connections.calendars', { id: (await idsOf('connection'))[0] })
    if (kind !== 'mail') return namedBy(LISTS[kind], kind === 'activity' ? {} : undefined)
    const events = (await idsOf('event')).slice(0, 8)
    const ids = [await namedBy('mails.outbox', {})]
    for (const eventId of events)
      ids.push(await namedBy('mails.list', { eventId }), await namedBy('reminders.list', { eventId }))
    return ids.flat()
  }

  return {
    server,
    async poolsFor({ path }) {
      // What came before may have made them less, who are to reach everything.
      await server.execute(`update users set role = 'ADMIN', is_active = true where email = '${DEMO_SIGN_IN.email}'`)
      const ids = new Map<Kind, string[]>()
      for (const kind of Object.keys(LISTS)) if (isKind(kind)) ids.set(kind, (await idsOf(kind)).slice(0, MAX_IDS))
      const any = [...[...ids.values()].flatMap((list) => list.slice(0, 2)), crypto.randomUUID()]
      const [router = ''] = path.split('.')
      return {
        idsFor(field) {
          const kind = KIND_OF_FIELD[field] ?? KIND_OF_ID[path] ?? KIND_OF_ID[router] ?? 'event'
          const right = ids.get(kind) ?? []
          // Most ids are of the right kind, however few of it there are.
          const times = right.length === 0 ? 0 : Math.ceil((3 * any.length) / right.length)
          return [...Array.from({ length: times }, () => right).flat(), ...any]
        },
        emails: [
          ...['ines', 'jonas', 'lena'].map((key) => `${key}@harborpine.example`),
          'guest@example.org',
          ANA.email,
        ],
        tokens,
        now: new Date(),
      }
    },
    async attempt(procedure, input) {
      const first = await send(server.url, cookie, procedure, input)
      const isOver = first.status === 401 && first.text.includes('NOT_SIGNED_IN')
      if (!isOver && first.status !== 429) return [first]
      cookie = await signIn(server)
      return [first, await send(server.url, cookie, procedure, input)]
    },
    async stop() {
      await server.stop()
      await google.close()
    },
  }
}

function isKind(name: string): name is Kind {
  return name in LISTS
}

/** Signs the demo's admin in, whatever was done to them, and forgets how often anything was tried. */
async function signIn({ url, execute }: TestServer): Promise<string> {
  await execute('delete from rate_limits')
  await execute(`update users set is_active = true, role = 'ADMIN' where email = '${demoEmail('ines')}'`)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify(DEMO_SIGN_IN)
  const response = await fetch(`${url}/trpc/auth.signIn`, { method: 'POST', headers, body })
  const [cookie = ''] = response.headers.getSetCookie()
  return cookie.split(';')[0] ?? ''
}

/** Adds what the demo lacks; answers with the tokens of links. */
async function furnish(
  { url, execute }: TestServer,
  google: GoogleStandIn,
  cookie: string,
  call: (path: string, input?: unknown) => Promise<string>,
): Promise<string[]> {
  // Somebody of another organization, whose address is tried, too.
  await createApiClient(url).auth.signUp.mutate(ANA)
  const account = { email: 'ines@gmail.example', name: 'Ines' }
  google.control.addAccount(account)
  const consentUrl = JSON.parse(await call('connections.authorizationUrl', { provider: 'GOOGLE' })).result.data.url
  await fetch(google.control.consent(consentUrl, account), { headers: { cookie }, redirect: 'manual' })
  await call('tokens.create', { name: 'Import', role: 'OPERATOR' })
  const invited = await call('members.invite', { email: 'new@example.org', role: 'CLIENT' })
  const [, join = 'x'] = /\/join\/([\w.-]+)/.exec(invited) ?? []
  const orgId: string = JSON.parse(await call('auth.me')).result.data.user.organization.id
  const answer = `${orgId}.${randomBytes(32).toString('base64url')}`
  const hash = createHash('sha256').update(answer).digest('hex')
  await execute(`update mails set status = 'SENT', sent_at = now(), channel = 'outbox', message = '${MESSAGE}',
    token_hash = '${hash}' where id = (select id from mails where kind = 'invitation' limit 1)`)
  await execute(`update mails set status = 'FAILED', error = 'No such mailbox' where id in (
    select id from mails where kind = 'invitation' and status = 'PENDING' limit 30)`)
  return [answer, join, `${orgId}.${'x'.repeat(43)}`]
}
