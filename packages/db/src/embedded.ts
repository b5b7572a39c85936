import { mkdir, realpath, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chooseAccount } from './embedded/account.ts'
import { bundledBinDir } from './embedded/binaries.ts'
import {
  type Cluster,
  clusterIn,
  createCluster,
  isCreated,
  lastLines,
  readLog,
  readPort,
  writeSettings,
} from './embedded/cluster.ts'
import { connectionUrl, ensureDatabase } from './embedded/connect.ts'
import { EmbeddedPostgresError } from './embedded/error.ts'
import { findFreePort, isPortFree } from './embedded/port.ts'
import { disownDeadPostmaster, isServing, type Postmaster, readPostmaster } from './embedded/postmaster.ts'
import { run } from './embedded/run.ts'

export interface EmbeddedPostgresOptions {
  /** Holds the data, the password, the settings and the log. Created when missing; root hands it to another user. */
  dataDir: string
  /** Another PostgreSQL's programs, for example `/usr/lib/postgresql/15/bin`; default: the ones that npm installed. */
  binDir?: string
  /** Default: the port of the last start while it is free, else any free one. */
  port?: number
  /** Lines of postgresql.conf. A server that was already running keeps the ones it was started with. */
  settings?: Record<string, string>
  /** Told what happens, in words. */
  onLog?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** The database `astralis` as PostgreSQL's superuser, on 127.0.0.1. */
  readonly url: string
  readonly port: number
  /** The server's process id. */
  readonly pid: number
  isAlive(): boolean
  /** Ends all sessions, writes everything to disk and waits until the server is gone. */
  stop(): Promise<void>
}

const PAUSE_MS = 250
const PATIENCE_MS = 60_000

/**
 * Starts PostgreSQL in `dataDir`, creating it the first time, or adopts the server that still runs there because the
 * process that started it was killed.
 * @throws EmbeddedPostgresError with one sentence that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    const binDir = await realpath(options.binDir ?? bundledBinDir())
    await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
    const folder = await realpath(options.dataDir)
    const cluster = clusterIn(folder, binDir, await chooseAccount(folder, binDir))
    if (!(await isCreated(cluster))) {
      options.onLog?.(`Creating a database in ${options.dataDir}`)
      await createCluster(cluster)
    }
    return await startOrAdopt(cluster, options)
  } catch (error) {
    if (error instanceof EmbeddedPostgresError || !isSystemError(error)) throw error
    throw new EmbeddedPostgresError(`${error.path ?? options.dataDir} cannot be used (${error.message})`)
  }
}

async function startOrAdopt(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const deadline = performance.now() + PATIENCE_MS
  while (performance.now() < deadline) {
    const found = await readPostmaster(cluster.dataDir)
    if (found && isServing(found.pid, cluster.dataDir)) {
      const url = await connectionUrl(cluster, found.port)
      if (await ensureDatabase(cluster, url)) return handle(cluster, found, url)
      // It is still starting, replaying its log after a crash, or stopping.
    } else {
      if (found) await disownDeadPostmaster(cluster.dataDir)
      if (await start(cluster, options)) continue
    }
    await delay(PAUSE_MS)
  }
  throw new EmbeddedPostgresError(`it does not answer in ${cluster.dataDir}`, lastLines(await readLog(cluster)))
}

/** True when the server accepts connections, false when another attempt may succeed. */
async function start(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<boolean> {
  await rename(cluster.logFile, `${cluster.logFile}.previous`).catch(() => undefined)
  await writeSettings(cluster, await choosePort(cluster, options), options.settings ?? {})
  const { code, output } = await pgCtl(cluster, '--log', cluster.logFile, '--timeout=120', 'start')
  if (code === 0) return true
  const log = (await readLog(cluster)) || output
  // Sessions of a server that was killed need up to two seconds to notice; a port can be taken after we looked.
  const passes = /shared memory block .* is still in use|lock file .* already exists|Address already in use/
  if (!passes.test(log)) throw new EmbeddedPostgresError(`it did not start in ${cluster.dataDir}`, lastLines(log))
  options.onLog?.('PostgreSQL did not start yet, trying again')
  return false
}

async function choosePort(cluster: Cluster, { port }: EmbeddedPostgresOptions): Promise<number> {
  if (port !== undefined) return port
  const last = await readPort(cluster)
  return last !== undefined && (await isPortFree(last)) ? last : findFreePort()
}

function handle(cluster: Cluster, { pid, port }: Postmaster, url: string): EmbeddedPostgres {
  const isAlive = () => isServing(pid, cluster.dataDir)
  return {
    url,
    port,
    pid,
    isAlive,
    async stop() {
      if (!isAlive()) return
      const { code, output } = await pgCtl(cluster, '--mode=fast', '--timeout=60', 'stop')
      if (code !== 0 && isAlive()) throw new EmbeddedPostgresError('it did not stop', lastLines(output))
    },
  }
}

function pgCtl(cluster: Cluster, ...args: string[]) {
  return run(join(cluster.binDir, 'pg_ctl'), [`--pgdata=${cluster.dataDir}`, '--wait', ...args], cluster.account)
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
