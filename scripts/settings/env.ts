import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { CommandError } from '../command-error.ts'
import { root } from '../root.ts'

/** What the launcher itself needs to know; server and worker read their own settings. */
export interface LaunchSettings {
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  /** Absolute path of the folder with the embedded database. */
  dataDir: string
  host: string
  port: number
  /** What server and worker write to the terminal. */
  logLevel: string
  /** Whether somebody has set up credentials at Google. */
  hasGoogle: boolean
  /** Absent: the launcher makes one and keeps it beside the embedded database. */
  encryptionKeys: string | undefined
}

const KEYS_MISSING =
  'With DATABASE_URL, ENCRYPTION_KEYS must be set as well: it seals the tokens of linked calendars. Make one with: echo "key1:$(openssl rand -base64 32)"'

/** Reads the environment, and the file `.env` for what the environment does not say. */
export function readLaunchSettings(): LaunchSettings {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const { DATABASE_URL, ASTRALIS_DATA_DIR, HOST, PORT, LOG_LEVEL, GOOGLE_CALENDAR_CLIENT_ID, ENCRYPTION_KEYS } =
    process.env
  if (DATABASE_URL && !ENCRYPTION_KEYS) throw new CommandError(KEYS_MISSING)
  return {
    databaseUrl: DATABASE_URL || undefined,
    dataDir: resolve(root, ASTRALIS_DATA_DIR || '.astralis'),
    host: HOST || '127.0.0.1',
    port: readPort(PORT || '3001'),
    // One line a request would bury the address to open.
    logLevel: LOG_LEVEL || 'warn',
    hasGoogle: Boolean(GOOGLE_CALENDAR_CLIENT_ID),
    encryptionKeys: ENCRYPTION_KEYS || undefined,
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new CommandError(`PORT must be a whole number from 1 to 65535, not "${text}".`)
}

/** The environment for a child process: ours, with the tools of the project on the path, and `added`. */
export function childEnvironment(added: Record<string, string> = {}): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
  return { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: '1', ...added }
}
