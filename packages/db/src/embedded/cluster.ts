import { randomBytes } from 'node:crypto'
import { appendFile, chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'
import { type Account, run } from './run.ts'

/** PostgreSQL's superuser in an embedded cluster. */
export const SUPERUSER = 'postgres'

/** A folder with everything that belongs to one embedded server, and the programs that work on it. */
export interface Cluster {
  binDir: string
  account: Account | undefined
  /** PostgreSQL's own data directory. */
  dataDir: string
  settingsFile: string
  logFile: string
  passwordFile: string
}

export function clusterIn(folder: string, binDir: string, account: Account | undefined): Cluster {
  return {
    binDir,
    account,
    dataDir: join(folder, 'data'),
    settingsFile: join(folder, 'settings.conf'),
    logFile: join(folder, 'server.log'),
    passwordFile: join(folder, 'password'),
  }
}

export async function isCreated(cluster: Cluster): Promise<boolean> {
  return stat(cluster.dataDir).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/** Runs `initdb` beside the final place and renames: a start that is cut short leaves nothing half made. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const unfinished = `${cluster.dataDir}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(cluster.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (cluster.account) await chown(cluster.passwordFile, cluster.account.uid, cluster.account.gid)

  const { code, output } = await run(
    join(cluster.binDir, 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${cluster.passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...(await localeOptions(cluster)),
    ],
    cluster.account,
  )
  if (code !== 0) throw new EmbeddedPostgresError('initdb could not create the data directory', lastLines(output))
  await appendFile(join(unfinished, 'postgresql.conf'), "\ninclude '../settings.conf'\n")
  await rename(unfinished, cluster.dataDir)
}

/** The same order of text on every machine: PostgreSQL's own C.UTF-8 where it has one (17 and newer), else the C library's. */
async function localeOptions(cluster: Cluster): Promise<string[]> {
  const { code, output } = await run(join(cluster.binDir, 'initdb'), ['--version'], cluster.account)
  if (code !== 0) throw new EmbeddedPostgresError(`${cluster.binDir} has no initdb that runs`, lastLines(output))
  const major = Number(/(\d+)/.exec(output)?.[1])
  return major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8']
}

/** Writes the settings that the next start uses. The file also remembers the port. */
export async function writeSettings(cluster: Cluster, port: number, settings: Record<string, string>): Promise<void> {
  const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
  await writeFile(cluster.settingsFile, lines.join(''), { mode: 0o644 })
}

/** The port of the last start. */
export async function readPort(cluster: Cluster): Promise<number | undefined> {
  const text = await readFile(cluster.settingsFile, 'utf8').catch(() => '')
  const port = /^port = '(\d+)'$/m.exec(text)?.[1]
  return port === undefined ? undefined : Number(port)
}

export async function readLog(cluster: Cluster): Promise<string> {
  return readFile(cluster.logFile, 'utf8').catch(() => '')
}

export function lastLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-6)
}
