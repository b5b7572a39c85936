import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from '@astralis/db/client'
import { startEmbeddedPostgres } from '@astralis/db/embedded'
import { findFreePort, isPortFree } from '@astralis/db/embedded/port'
import { readPostmaster } from '@astralis/db/embedded/postmaster'
import { violationsIn } from '@astralis/services/testing/violations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, signIn } from './testing/api-client.ts'
import { type StartedLauncher, startLauncher } from './testing/start-launcher.ts'
import { startWriting, WRITTEN_WEEK } from './testing/write-events.ts'

const ENCRYPTION_KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`

describe('I1: npm start', () => {
  let dataDir: string
  let port: number
  let origin: string
  let api: ApiClient
  let launcher: StartedLauncher
  let writing: ReturnType<typeof startWriting>
  /** Process ids by name, as the launcher tells them. */
  const processes = new Map<string, number>()

  async function start(): Promise<void> {
    launcher = startLauncher({ ASTRALIS_DATA_DIR: dataDir, PORT: String(port) })
    await launcher.says(/AstralisOps is ready at (\S+)/)
    const [list = ''] = await launcher.says(/Running as processes: (.*)/)
    for (const [, name = '', pid] of list.matchAll(/(\w+) (\d+)/g)) processes.set(name, Number(pid))
  }

  function processOf(name: string): number {
    const pid = processes.get(name)
    if (pid === undefined) throw new Error(`The launcher named no process for ${name}.`)
    return pid
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'astralis-launch-'))
    // Root starts PostgreSQL as another user, who must be able to get here.
    await chmod(dataDir, 0o755)
    port = await findFreePort()
    origin = `http://localhost:${port}`
    await start()
  })

  afterAll(async () => {
    await rm(dataDir, { recursive: true })
  })

  test('I1: the ready line has the address and a sign-in that works; health and page answer', async () => {
    const [email = '', password = ''] = await launcher.says(/Demo sign-in: (\S+) with password (\S+)/)
    api = await signIn(origin, email, password)
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200)
    expect(await (await fetch(origin)).text()).toContain('<div id=')
  })

  test('I1: a second start on the same data is refused in one sentence', async () => {
    const second = startLauncher({ ASTRALIS_DATA_DIR: dataDir, PORT: String(await findFreePort()) })
    expect(await second.ends()).toEqual({
      exitCode: 1,
      output: expect.stringMatching(/^AstralisOps is already running on .*\(process \d+\).*ASTRALIS_DATA_DIR.*\n$/),
    })
  })

  describe('while clients write', () => {
    beforeAll(async () => {
      writing = startWriting(api)
      await writing.writes(20)
    })

    test.for(['server', 'worker', 'PostgreSQL'])('I1: a killed %s is started again and work goes on', async (name) => {
      process.kill(processOf(name), 'SIGKILL')
      const [pid] = await launcher.says(new RegExp(`${name} is back \\(process (\\d+)\\)`))
      expect(Number(pid)).not.toBe(processOf(name))
      await writing.writes(20)
    })

    test('I1: a killed launcher leaves only PostgreSQL, which the next start adopts', async () => {
      process.kill(launcher.pid, 'SIGKILL')
      await launcher.ends()
      expect(await isPortFree(port)).toBe(true)
      const before = await readPostmaster(join(dataDir, 'postgres', 'data'))

      await start()
      expect(processOf('PostgreSQL')).toBe(before?.pid)
      await writing.writes(20)
      await writing.stop()
    })
  })

  test('I1: every acknowledged write is there', async () => {
    const { events } = await api.query<{ events: { id: string }[] }>('events.list', WRITTEN_WEEK)
    const stored = new Set(events.map((event) => event.id))
    expect(writing.acknowledged.size).toBeGreaterThanOrEqual(100)
    expect([...writing.acknowledged].filter((id) => !stored.has(id))).toEqual([])
  })

  test('I1: Ctrl-C ends everything, with success', async () => {
    launcher.signalAll('SIGINT')
    expect((await launcher.ends()).exitCode).toBe(0)
    expect(await isPortFree(port)).toBe(true)
    for (const name of ['server', 'worker']) expect(() => process.kill(processOf(name), 0)).toThrow('ESRCH')
    // PostgreSQL removes this file as the last thing it does.
    expect(await readPostmaster(join(dataDir, 'postgres', 'data'))).toBeUndefined()
  })

  test('C2: after all that, no invariant is broken', async () => {
    const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') })
    const { db, close } = createDatabase(postgres.url, { role: 'owner' })
    expect(await violationsIn(db)).toEqual([])
    await close()
    await postgres.stop()
  })

  test('I1: a wrong setting ends the start with one line that names it', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    const cases = [
      { settings: { PORT: String(port) }, line: /PORT/ },
      { settings: { PORT: 'abc' }, line: /PORT.*"abc"/ },
      { settings: { HOST: '203.0.113.1' }, line: /HOST.*203\.0\.113\.1/ },
      {
        settings: { DATABASE_URL: 'postgresql://a@127.0.0.1/a', ENCRYPTION_KEYS: '' },
        line: /ENCRYPTION_KEYS.*openssl/,
      },
      { settings: { ASTRALIS_DATA_DIR: '/dev/null/x' }, line: /ASTRALIS_DATA_DIR.*DATABASE_URL/ },
    ]
    for (const { settings, line } of cases) {
      const { exitCode, output } = await startLauncher({ ASTRALIS_DATA_DIR: dataDir, ...settings }).ends()
      expect([exitCode, output.trimEnd()]).toEqual([1, expect.stringMatching(line)])
      expect(output.trimEnd()).not.toContain('\n')
    }
    other.close()
  })

  test('I2: a DATABASE_URL that leads nowhere ends the start with a line that names it', async () => {
    const databaseUrl = `postgresql://nobody@127.0.0.1:${await findFreePort()}/none`
    const failed = startLauncher({ DATABASE_URL: databaseUrl, ENCRYPTION_KEYS, PORT: String(port) })
    expect(await failed.ends()).toEqual({ exitCode: 1, output: expect.stringContaining('DATABASE_URL') })
  })
})
