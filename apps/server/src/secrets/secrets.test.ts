import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { createDatabase } from '@astralis/db/client'
import { expect, it, vi } from 'vitest'
import { startSmtpStandIn } from '../../../worker/src/testing/smtp-stand-in.ts'
import { bundleWorker } from '../../../worker/src/testing/worker-process.ts'
import { type Answer, createBrowser, invite, signUp } from '../incidents/testing/browser.ts'
import { sendJson, startOpenAiStandIn } from '../testing/openai-stand-in.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }

/** Recognizable wherever it turns up. */
const planted = (name: string) => `planted-${name}-${randomBytes(12).toString('hex')}`

const SECRETS = {
  'the first password': planted('first'),
  'the second password': planted('second'),
  'a wrong password': planted('wrong'),
  'the password of who joins': planted('joins'),
  'the secret at Google': planted('google'),
  'the key at OpenAI': planted('sk'),
  'the password of the mail server': planted('smtp'),
}

it(
  'security: after a whole run no secret is in a log, in the database or in an answer',
  { timeout: 300_000 },
  async () => {
    await using open = new AsyncDisposableStack()
    const secrets = new Map(Object.entries(SECRETS))
    const logs: string[] = []
    const answers: Answer[] = []

    // The product, and what is around it.
    const client = { clientId: 'client', clientSecret: SECRETS['the secret at Google'] }
    const google = await startGoogleStandIn({ ...client, allowsLocalPush: true })
    open.defer(google.close)
    const openAi = await startOpenAiStandIn()
    open.defer(openAi.stop)
    const apiKey = SECRETS['the key at OpenAI']
    openAi.answer = (response) =>
      sendJson(response, { error: { message: `Incorrect API key provided: ${apiKey}` } }, 401)
    const smtp = await startSmtpStandIn({
      onAuth: ({ password = '' }, _session, done) =>
        password === SECRETS['the password of the mail server'] ? done(null, { user: 'user' }) : done(new Error('No.')),
    })
    open.defer(smtp.close)
    const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
    const server = await startTestServer({
      google: { client, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
      openAi: { apiKey, model: 'model', baseUrl: openAi.baseUrl },
      logger: { level: 'debug', stream: { write: (line: string) => void logs.push(line) } },
    })
    open.defer(server.stop)
    await startLoggedWorker(open, server, logs, {
      CALENDAR_POLL_SECONDS: '1',
      SMTP_HOST: smtp.host,
      SMTP_PORT: String(smtp.port),
      SMTP_USER: 'user',
      SMTP_PASSWORD: SECRETS['the password of the mail server'],
      SMTP_FROM_EMAIL: 'scheduling@example.com',
    })
    secrets.set('the key of what is sealed', server.workerEnvironment['ENCRYPTION_KEYS']?.split(':')[1] ?? '')
    const { url, execute } = server

    // Signing up and in, right and wrong, and another password.
    const ana = await signUp(url, { email: 'ana@example.com', password: SECRETS['the first password'] })
    const first = ana.cookie
    const told = async (answer: Promise<Answer>) => {
      answers.push(await answer)
      return answer
    }
    const own = { call: (...input: Parameters<typeof ana.call>) => told(ana.call(...input)), ask: ana.ask }
    const elsewhere = createBrowser(url)
    await told(elsewhere.call('auth.signIn', { email: ana.email, password: SECRETS['a wrong password'] }))
    await told(elsewhere.call('auth.signIn', { email: ana.email, password: SECRETS['the first password'] }))
    await own.call('account.changePassword', {
      currentPassword: SECRETS['a wrong password'],
      newPassword: SECRETS['the second password'],
    })
    const changed = await own.call('account.changePassword', {
      currentPassword: SECRETS['the first password'],
      newPassword: SECRETS['the second password'],
    })
    expect(changed.status).toBe(200)
    for (const cookie of [first, ana.cookie, elsewhere.cookie])
      secrets.set(`session ${secrets.size}`, cookie.split('=')[1] ?? '')

    // An API token, used, revoked and used again. Shown once.
    const created = await ana.call('tokens.create', { name: 'Import', role: 'OPERATOR' })
    const [token, tokenId] = [String(created.data?.['token']), created.data?.['id']]
    secrets.set('the API token', token)
    const bearer = { authorization: `Bearer ${token}` }
    const asTool = async () =>
      answers.push(await readAnswer(await fetch(`${url}/trpc/sessions.list`, { headers: bearer })))
    await asTool()
    await own.call('tokens.revoke', { id: tokenId })
    await asTool()

    // Inviting, looking at the invitation and joining. The link is shown once.
    const join = await invite(ana, 'ben@example.com')
    secrets.set('the link to join', join)
    await fetch(`${url}/join/${join}`)
    const ben = createBrowser(url)
    await told(ben.ask('members.invitation', { token: join }))
    const joining = { token: join, name: 'Ben', password: SECRETS['the password of who joins'] }
    expect((await told(ben.call('members.acceptInvitation', joining))).status).toBe(200)
    secrets.set('the session of who joined', ben.cookie.split('=')[1] ?? '')
    await told(ben.call('members.acceptInvitation', joining))

    // A meeting, its mail, and the answer by the link in it. The worker finds a column missing at first.
    await execute('alter table mails rename column token_hash to hidden')
    const at = { startsAt: '2030-03-11T09:00:00Z', endsAt: '2030-03-11T10:00:00Z' }
    await own.call('events.create', { title: 'Planning', ...at, participants: [{ email: 'guest@example.org' }] })
    // Once it is done, its job says no more what was wrong.
    let early = ''
    await vi.waitUntil(async () => (early = await dump(server.databaseUrl)).includes('Failed query'), PATIENCE)
    await execute('alter table mails rename column hidden to token_hash')
    await own.call('events.create', {
      title: 'Again',
      ...at,
      showsAs: 'FREE',
      participants: [{ email: 'guest@example.org' }],
    })
    const link = () => smtp.accepted.map(({ raw }) => linkIn(raw)).find((found) => found !== undefined)
    await vi.waitUntil(() => link() !== undefined, PATIENCE)
    const answerToken = link() ?? ''
    secrets.set('the link to answer', answerToken)
    const guest = createBrowser(url)
    await fetch(`${url}/invitations/${answerToken}?answer=accepted`)
    expect((await told(guest.ask('events.invitation', { token: answerToken }))).status).toBe(200)
    expect((await told(guest.call('events.respond', { token: answerToken, status: 'accepted' }))).status).toBe(200)

    // A calendar account, kept in step by the worker; signing in with one.
    const account = { email: 'ana@gmail.example', name: 'Ana' }
    google.control.addAccount(account)
    const consentTo = async (path: string, input: object) => {
      const { data } = await own.call(path, input)
      const back = google.control.consent(String(data?.['url']), account)
      for (const name of ['code', 'state'])
        secrets.set(`${name} of ${path}`, new URL(back).searchParams.get(name) ?? '')
      const response = await fetch(back, { headers: { cookie: ana.cookie }, redirect: 'manual' })
      expect(response.status).toBe(303)
    }
    await consentTo('connections.authorizationUrl', { provider: 'GOOGLE' })
    google.control.insert(account.email, {
      summary: 'There',
      start: { dateTime: '2030-03-12T09:00:00Z' },
      end: { dateTime: '2030-03-12T10:00:00Z' },
    })
    const range = { from: '2030-03-01T00:00:00Z', to: '2030-03-31T00:00:00Z' }
    await vi.waitUntil(
      async () => (await ana.ask('events.list', range)).text.includes('2030-03-12T09:00:00Z'),
      PATIENCE,
    )
    await consentTo('account.linkGoogle', { password: SECRETS['the second password'] })

    // A model that refuses the key, and says which.
    const search = { participants: [ana.email], durationMinutes: 30, range, timeZone: 'Europe/Berlin' }
    await told(ana.ask('scheduling.suggest', search))
    expect(openAi.requests.length).toBeGreaterThan(0)

    // Faults of the server, in the very statements that have the most to hide.
    for (const [table, column] of [
      ['users', 'password_hash'],
      ['sessions', 'user_agent'],
      ['api_tokens', 'token_hash'],
      ['member_invitations', 'token_hash'],
      ['mails', 'token_hash'],
    ]) {
      await execute(`alter table ${table} rename column ${column} to hidden`)
      const failing = createBrowser(url)
      await told(failing.call('auth.signIn', { email: ana.email, password: SECRETS['the second password'] }))
      await told(
        failing.call('auth.signUp', {
          ...ana.person,
          email: 'new@example.com',
          password: SECRETS['the second password'],
        }),
      )
      await told(failing.ask('events.invitation', { token: answerToken }))
      await told(failing.ask('members.invitation', { token: join }))
      answers.push(await readAnswer(await fetch(`${url}/trpc/sessions.list`, { headers: bearer })))
      await own.call('members.invite', { email: 'another@example.com', role: 'CLIENT' })
      await execute(`alter table ${table} rename column hidden to ${column}`)
    }
    // What is answered while a link is being made has it; every other answer has not.
    const isInvitation = ({ text }: Answer) => text.includes('another@example.com')

    // Everything that can be asked.
    for (const path of [
      'auth.me',
      'account.identities',
      'sessions.list',
      'members.list',
      'members.invitations',
      'tokens.list',
      'connections.list',
      'mails.outbox',
      'activity.list',
      'activity.export',
    ])
      await told(
        ana.ask(
          path,
          path === 'activity.export'
            ? { format: 'json' }
            : path === 'mails.outbox' || path === 'activity.list'
              ? {}
              : undefined,
        ),
      )

    expect(logs.join('')).toContain('A procedure failed.')
    expect(logs.join('')).toContain('Job failed.')
    const places = {
      logs: logs.join(''),
      database: early + (await dump(server.databaseUrl)),
      answers: answers
        .filter((answer) => !isInvitation(answer))
        .map(({ text }) => text)
        .join('\n'),
    }
    for (const [place, text] of Object.entries(places)) {
      expect(text.length).toBeGreaterThan(5000)
      for (const [name, secret] of secrets) {
        expect([name, secret.length > 15]).toEqual([name, true])
        // The state of an authorization is in the address that is answered: the browser has to take it there.
        if (place === 'answers' && name.startsWith('state of')) continue
        for (const form of formsOf(secret)) expect([place, name, text.includes(form)]).toEqual([place, name, false])
      }
      // Tokens of Google, whichever they were.
      expect([place, /ya29\.?[\w-]{20}|1\/\/0[\w-]{20}/.exec(text)?.[0]]).toEqual([place, undefined])
      // Values of a query that failed.
      expect([place, /failing row|params:/i.exec(text)?.[0]]).toEqual([place, undefined])
    }
  },
)

/** As it is, and as it would be written in an address, a header or a key. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const encoded = [bytes.toString('base64').replaceAll('=', ''), bytes.toString('base64url'), bytes.toString('hex')]
  // Of a token, what is random; the organization in front of it is no secret.
  const [, random = secret] = /\.([\w-]{43})$/.exec(secret) ?? []
  return [secret, random, encodeURIComponent(secret), ...encoded]
}

async function readAnswer(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text(), reason: undefined, data: undefined }
}

/** The product's worker, with what it writes at its most talkative. */
async function startLoggedWorker(open: AsyncDisposableStack, server: TestServer, logs: string[], env: object) {
  const bundle = await bundleWorker()
  open.defer(bundle.remove)
  const worker = spawn(process.execPath, [bundle.main], {
    env: { ...server.workerEnvironment, LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [worker.stdout, worker.stderr]) stream?.on('data', (data: Buffer) => logs.push(data.toString()))
  open.defer(async () => {
    const ended = once(worker, 'exit')
    worker.kill('SIGKILL')
    await ended
  })
  await once(worker, 'message')
}

/** The token of the link to answer, if this is an invitation to an event. */
function linkIn(raw: Buffer): string | undefined {
  const text = raw
    .toString('latin1')
    .replaceAll(/=\r?\n/g, '')
    .replaceAll('=3D', '=')
  return /\/invitations\/([\da-f-]{36}\.[\w-]{43})/.exec(text)?.[1]
}

/** Every row of every table, as text. */
async function dump(databaseUrl: string): Promise<string> {
  const { db, close } = createDatabase(databaseUrl, { role: 'owner', max: 1 })
  const tables = await db.execute<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'pgboss')`)
  const rows: string[] = []
  for (const { name } of tables)
    for (const { row } of await db.execute<{ row: string }>(`select t::text as row from ${name} as t`)) rows.push(row)
  await close()
  return rows.join('\n')
}
