import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createChannel } from './channels/create-channel.ts'
import { MAIL_VARIABLES } from './channels/mail-variables.ts'
import { readSettings } from './env.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const DATABASE_URL = 'postgres://astralis@localhost/astralis'
const ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`
const FROM = { SMTP_FROM_EMAIL: 'scheduling@example.com' }
const RESEND = { ...FROM, RESEND_API_KEY: 're_1' }
const SMTP = { ...FROM, SMTP_HOST: 'smtp.example.com' }
const sender = { email: 'scheduling@example.com', name: 'AstralisOps' }

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Whatever the machine that runs the tests has set, is not there. */
function withEnvironment(made: Record<string, string>) {
  for (const name of [...Object.keys(MAIL_VARIABLES), 'PORT', 'PUBLIC_URL', 'LOG_LEVEL']) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries({ DATABASE_URL, ENCRYPTION_KEYS, ...made })) vi.stubEnv(name, value)
  return readSettings()
}

describe('F6: mail goes', () => {
  it('to the outbox, without settings or with empty ones, as Docker Compose passes them on', () => {
    const empty = { RESEND_API_KEY: '', RESEND_BASE_URL: '', SMTP_HOST: '', SMTP_PORT: '', SMTP_SECURE: '' }
    const none = { ...empty, SMTP_USER: '', SMTP_PASSWORD: '', SMTP_FROM_NAME: '', SMTP_FROM_EMAIL: '', PUBLIC_URL: '' }
    for (const settings of [withEnvironment({}), withEnvironment(none)]) {
      expect(settings.mail).toEqual({ kind: 'outbox', publicUrl: 'http://localhost:3001' })
    }
  })

  it('by Resend, with a key and an address to send from', () => {
    const { mail } = withEnvironment(RESEND)
    expect(mail).toEqual({ kind: 'resend', apiKey: 're_1', baseUrl: 'https://api.resend.com', sender })
  })

  it('by SMTP, with a host and an address to send from', () => {
    const { mail } = withEnvironment(SMTP)
    expect(mail).toEqual({ kind: 'smtp', host: 'smtp.example.com', port: 587, secure: false, login: null, sender })
  })

  it('by Resend, where both are set', () => {
    expect(withEnvironment({ ...RESEND, ...SMTP }).mail.kind).toBe('resend')
  })

  it('as each setting says', () => {
    const name = 'Zoë’s team, "planning"'
    const resend = withEnvironment({ ...RESEND, RESEND_BASE_URL: 'http://localhost:9/', SMTP_FROM_NAME: name })
    expect(resend.mail).toMatchObject({ baseUrl: 'http://localhost:9', sender: { ...sender, name } })
    vi.unstubAllEnvs()
    const login = { user: 'user name', password: ' pass word ' }
    const smtp = withEnvironment({ ...SMTP, SMTP_PORT: '25', SMTP_USER: login.user, SMTP_PASSWORD: login.password })
    expect(smtp.mail).toMatchObject({ port: 25, secure: false, login })
  })

  it.each([
    [{}, 587, false],
    [{ SMTP_PORT: '465' }, 465, true],
    [{ SMTP_PORT: '2525' }, 2525, false],
    [{ SMTP_SECURE: 'true' }, 465, true],
    [{ SMTP_SECURE: 'false' }, 587, false],
    [{ SMTP_PORT: '465', SMTP_SECURE: 'false' }, 465, false],
    [{ SMTP_PORT: '587', SMTP_SECURE: 'true' }, 587, true],
  ])('by SMTP with %o: port %i, TLS from the first byte: %s', (made, port, secure) => {
    expect(withEnvironment({ ...SMTP, ...made }).mail).toMatchObject({ port, secure })
  })

  it('by the channel of that name, from that address', () => {
    const channels = [{}, RESEND, SMTP].map((made) => {
      vi.unstubAllEnvs()
      return createChannel(withEnvironment({ ...made, PUBLIC_URL: 'https://calendar.example.com:8443' }).mail)
    })
    expect(channels.map(({ name }) => name)).toEqual(['outbox', 'resend', 'smtp'])
    expect(channels.map(({ sender: { email } }) => email)).toEqual([
      'scheduling@calendar.example.com',
      'scheduling@example.com',
      'scheduling@example.com',
    ])
  })
})

describe('links in mails lead', () => {
  it.each([
    [{}, 'http://localhost:3001'],
    [{ PORT: '8080' }, 'http://localhost:8080'],
    [{ PORT: '8080', PUBLIC_URL: 'https://calendar.example.com/' }, 'https://calendar.example.com'],
    [{ PUBLIC_URL: 'https://example.com/calendar//' }, 'https://example.com/calendar'],
  ])('with %o to %s', (made, publicUrl) => {
    expect(withEnvironment(made).publicUrl).toBe(publicUrl)
  })
})

describe('I2: a wrong setting stops the start with one line that names it and does not repeat it:', () => {
  it.each([
    ['DATABASE_URL', ''],
    ['PORT', 'secret'],
    ['PUBLIC_URL', 'secret'],
    ['RESEND_API_KEY', 'secret secret'],
    ['RESEND_BASE_URL', 'ftp://secret.example'],
    ['SMTP_HOST', 'secret secret'],
    ['SMTP_PORT', 'secret'],
    ['SMTP_PORT', '0'],
    ['SMTP_PORT', '65536'],
    ['SMTP_SECURE', 'secret'],
    ['SMTP_USER', 'secret\nsecret'],
    ['SMTP_PASSWORD', 'secret\rsecret'],
    ['SMTP_FROM_NAME', 'secret\r\nBcc: secret@example.com'],
    ['SMTP_FROM_EMAIL', 'secret'],
    ['CALENDAR_POLL_SECONDS', '0'],
    ['CALENDAR_POLL_SECONDS', '86401'],
    ['GOOGLE_OAUTH_REVOKE_URL', 'secret'],
    ['ENCRYPTION_KEYS', ''],
    ['ENCRYPTION_KEYS', 'secret'],
    ['SMTP_FROM_EMAIL', 'secret@example.com\r\nBcc: secret@example.com'],
  ])('%s %j', (name, value) => expectRefusal({ ...RESEND, [name]: value }, name))
})

describe('F6: half a mail service stops the start with one line that names what is missing:', () => {
  it.each<[Record<string, string>, string]>([
    [{ RESEND_API_KEY: 're_secret' }, 'SMTP_FROM_EMAIL'],
    [{ SMTP_HOST: 'secret.example.com' }, 'SMTP_FROM_EMAIL'],
    [{ SMTP_HOST: 'secret.example.com', SMTP_FROM_NAME: 'Secret' }, 'SMTP_FROM_EMAIL'],
    [{ ...SMTP, SMTP_USER: 'secret' }, 'SMTP_PASSWORD'],
    [{ ...SMTP, SMTP_PASSWORD: 'secret' }, 'SMTP_USER'],
    [{ SMTP_PORT: '25' }, 'SMTP_HOST'],
    [{ SMTP_SECURE: 'true' }, 'SMTP_HOST'],
    [{ SMTP_USER: 'secret', SMTP_PASSWORD: 'secret' }, 'SMTP_HOST'],
    [{ SMTP_FROM_EMAIL: 'secret@example.com' }, 'SMTP_HOST'],
    [{ ...SMTP, RESEND_BASE_URL: 'https://secret.example.com' }, 'RESEND_API_KEY'],
  ])('%o: %s', (made, name) => expectRefusal(made, name))
})

it('I2: the process ends there, with 1', async () => {
  const worker = spawn(process.execPath, [MAIN], {
    env: { DATABASE_URL, ENCRYPTION_KEYS, SMTP_HOST: 'smtp.example.com' },
  })
  let output = ''
  worker.stderr.on('data', (chunk) => (output += String(chunk)))
  expect(await once(worker, 'exit')).toEqual([1, null])
  expect(output).toMatch(/^The setting SMTP_FROM_EMAIL is missing or wrong: [^\n]+ SMTP_HOST is set\.\n$/)
})

/** In this process, which must not end: starting one for each would take half a minute. */
function expectRefusal(made: Record<string, string>, name: string): void {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`)
  })
  expect(() => withEnvironment(made)).toThrow('exit 1')
  const output = write.mock.calls.map(([text]) => String(text)).join('')
  expect(output).toMatch(new RegExp(`^The setting ${name} is missing or wrong: [^\\n]+\\.\\n$`))
  expect(output).not.toContain('secret')
}
