import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readSettings } from './env.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const DATABASE_URL = 'postgres://astralis@localhost/astralis'
const ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`

afterEach(() => vi.unstubAllEnvs())

describe('the model’s settings', () => {
  it('E3: a key is enough', () => {
    const { openAi } = withEnvironment({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: undefined, OPENAI_BASE_URL: undefined })
    expect(openAi).toEqual({ apiKey: 'sk-1', model: 'gpt-5.4-mini', baseUrl: 'https://api.openai.com/v1' })
  })

  it('E3: without a key there is no model, whatever else is set', () => {
    expect(withEnvironment({ OPENAI_API_KEY: undefined, OPENAI_MODEL: 'gpt-test' }).openAi).toBeNull()
  })

  it('empty settings count as absent, as Docker Compose passes them on', () => {
    expect(withEnvironment({ OPENAI_API_KEY: '', OPENAI_MODEL: '', OPENAI_BASE_URL: '' }).openAi).toBeNull()
    const { openAi, host } = withEnvironment({
      OPENAI_API_KEY: 'sk-1',
      OPENAI_MODEL: '',
      OPENAI_BASE_URL: '',
      HOST: '',
    })
    expect(openAi).toEqual({ apiKey: 'sk-1', model: 'gpt-5.4-mini', baseUrl: 'https://api.openai.com/v1' })
    expect(host).toBe('127.0.0.1')
  })

  it('each can be set', () => {
    const settings = { OPENAI_API_KEY: 'sk-2', OPENAI_MODEL: 'gpt-test', OPENAI_BASE_URL: 'http://localhost:9/v1' }
    expect(withEnvironment(settings).openAi).toEqual({
      apiKey: 'sk-2',
      model: 'gpt-test',
      baseUrl: 'http://localhost:9/v1',
    })
  })
})

describe('I2: a wrong setting stops the start with one line that names it and does not repeat it:', () => {
  it.each([
    ['DATABASE_URL', ''],
    ['PORT', 'secret'],
    ['PUBLIC_URL', 'secret'],
    ['TRUSTED_PROXIES', 'secret'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '10.0.0.1,,10.0.0.2'],
    ['TRUSTED_PROXIES', 'true'],
    ['OPENAI_API_KEY', 'sk-secret sk-secret'],
    ['OPENAI_MODEL', 'a secret'],
    ['OPENAI_BASE_URL', 'ftp://secret.example'],
    ['OPENAI_BASE_URL', 'secret'],
    ['GOOGLE_API_ROOT_URL', 'secret'],
    ['GOOGLE_OAUTH_TOKEN_URL', 'ftp://secret.example'],
    ['ENCRYPTION_KEYS', ''],
    ['ENCRYPTION_KEYS', 'secret'],
  ])('%s "%s"', async (name, value) => {
    const server = spawn(process.execPath, [MAIN], { env: { DATABASE_URL, ENCRYPTION_KEYS, [name]: value } })
    let output = ''
    server.stderr.on('data', (chunk) => (output += String(chunk)))
    expect(await once(server, 'exit')).toEqual([1, null])
    expect(output).toMatch(new RegExp(`^The setting ${name} is missing or wrong: [^\\n]+\\.\\n$`))
    expect(output).not.toContain('secret')
  })
})

describe('trusted proxies', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['10.0.0.1', ['10.0.0.1']],
    [' 10.0.0.0/8, ::1 ,2001:db8::/32', ['10.0.0.0/8', '::1', '2001:db8::/32']],
  ])('%j are %j', (value, expected) => {
    expect(withEnvironment({ TRUSTED_PROXIES: value }).trustedProxies).toEqual(expected)
  })
})

describe('I2: half of Google’s credentials stops the start with one line that names the other half:', () => {
  it.each([
    ['GOOGLE_CALENDAR_CLIENT_ID', 'GOOGLE_CALENDAR_CLIENT_SECRET'],
    ['GOOGLE_CALENDAR_CLIENT_SECRET', 'GOOGLE_CALENDAR_CLIENT_ID'],
  ])('%s without %s', async (given, missing) => {
    const server = spawn(process.execPath, [MAIN], { env: { DATABASE_URL, ENCRYPTION_KEYS, [given]: 'secret' } })
    let output = ''
    server.stderr.on('data', (chunk) => (output += String(chunk)))
    expect(await once(server, 'exit')).toEqual([1, null])
    expect(output).toMatch(new RegExp(`^The setting ${missing} is missing or wrong: [^\\n]+ ${given} is set\\.\\n$`))
    expect(output).not.toContain('secret')
  })
})

function withEnvironment(made: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries({ DATABASE_URL, ENCRYPTION_KEYS, ...made })) vi.stubEnv(name, value)
  return readSettings()
}
