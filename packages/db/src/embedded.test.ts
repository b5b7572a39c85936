import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded.ts'

/** Runs one statement on a fresh connection. */
async function query(server: EmbeddedPostgres, statement: string) {
  const sql = postgres(server.url, { max: 1 })
  try {
    return await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

describe('I1: embedded PostgreSQL', () => {
  let dataDir: string
  let server: EmbeddedPostgres

  /** Starts again in the same folder; whatever a test leaves behind, the next one finds `server` running. */
  async function restart(options: Partial<EmbeddedPostgresOptions> = {}) {
    server = await startEmbeddedPostgres({ dataDir, settings: { fsync: 'off' }, ...options })
    return server
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'astralis embedded '))
    await restart()
    await query(server, 'CREATE TABLE kept (note text)')
  })

  afterAll(async () => {
    await server.stop()
    await rm(dataDir, { recursive: true })
  })

  test('I1: the first start makes a UTF-8 database that only 127.0.0.1 and a password reach', async () => {
    const [row] = await query(
      server,
      `SELECT current_database() AS name, current_setting('server_encoding') AS encoding, lower('ÄÖ') AS lower,
              current_setting('listen_addresses') AS host, current_setting('server_version_num')::int / 10000 AS major,
              current_setting('fsync') AS fsync`,
    )
    expect(row).toEqual({ name: 'astralis', encoding: 'UTF8', lower: 'äö', host: '127.0.0.1', major: 18, fsync: 'off' })

    const wrong = postgres(server.url.replace(/:[^:@]+@/, ':wrong@'), { max: 1 })
    await expect(wrong`SELECT 1`).rejects.toMatchObject({ code: '28P01' })
    await wrong.end()
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600)
  })

  test('I1: a second start keeps data, port and password', async () => {
    await query(server, "INSERT INTO kept VALUES ('before the stop')")
    const { url } = server
    await server.stop()
    expect(server.isAlive()).toBe(false)

    await restart()
    expect(server.url).toBe(url)
    expect(await query(server, 'SELECT note FROM kept')).toContainEqual({ note: 'before the stop' })
  })

  test('I1: a server that still runs is adopted', async () => {
    const before = server
    await restart()
    expect(server.pid).toBe(before.pid)
    expect(server.url).toBe(before.url)
  })

  test('I1: after kill -9 of the server, in the middle of work, it starts again with what was committed', async () => {
    await query(server, "INSERT INTO kept VALUES ('before the kill')")
    const busy = query(server, 'SELECT pg_sleep(60)').catch(() => 'cut off')
    const { pid } = server
    process.kill(pid, 'SIGKILL')
    await restart()
    expect(server.pid).not.toBe(pid)
    expect(await busy).toBe('cut off')
    expect(await query(server, 'SELECT note FROM kept')).toContainEqual({ note: 'before the kill' })
  })

  test('I1: a postmaster.pid that names a process of somebody else does not stop the start', async () => {
    const pidFile = join(dataDir, 'data', 'postmaster.pid')
    const text = await readFile(pidFile, 'utf8')
    await server.stop()
    await writeFile(pidFile, text.replace(/^\d+/, String(process.ppid)))
    await restart()
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('I1: a port that somebody else took meanwhile is exchanged', async () => {
    const { port } = server
    await server.stop()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    await restart()
    other.close()
    expect(server.port).not.toBe(port)
    expect(await query(server, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('I1: a folder that PostgreSQL cannot get to is refused in one sentence that names the way out', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'astralis-closed-'))
    onTestFinished(() => rm(closed, { recursive: true }))
    await chmod(closed, 0o500)
    const error: unknown = await startEmbeddedPostgres({ dataDir: join(closed, 'data') }).catch((caught) => caught)
    expect(error).toMatchObject({
      name: 'EmbeddedPostgresError',
      message: expect.stringMatching(
        /^The embedded PostgreSQL cannot run because .*astralis-closed-.*DATABASE_URL.*\.$/,
      ),
    })
  })

  test('I1: a start that fails shows the end of the log of PostgreSQL', async () => {
    await server.stop()
    const error: unknown = await restart({ settings: { shared_buffers: 'plenty' } }).catch((caught) => caught)
    expect(error).toMatchObject({ message: expect.stringMatching(/DATABASE_URL.*\n[^]*shared_buffers/) })
    await restart()
  })
})
