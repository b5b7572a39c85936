import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findFreePort, isPortFree } from '@astralis/db/embedded/port'
import type { LaunchSettings } from '../settings/env.ts'

/** What server and worker are told about linked calendars. */
export interface CalendarEnvironment {
  env: Record<string, string>
  /** The settings of the stand-in of Google; null where it is not needed. */
  standIn: Record<string, string> | null
}

const KEYS_FILE = 'encryption-keys'
const PORT_FILE = 'google-stand-in.port'
const CLIENT = { id: 'demo-client', secret: 'demo-secret' }

/**
 * With the embedded database everything is there from the first start: a key for the tokens of linked calendars, kept
 * beside it, and a stand-in of Google until there are credentials of the real one.
 */
export async function prepareCalendars(settings: LaunchSettings): Promise<CalendarEnvironment> {
  const { databaseUrl, dataDir, hasGoogle, encryptionKeys } = settings
  if (databaseUrl !== undefined) return { env: {}, standIn: null }
  const keys = { ENCRYPTION_KEYS: encryptionKeys ?? (await keptKeys(dataDir)) }
  if (hasGoogle) return { env: keys, standIn: null }
  const port = await keptPort(dataDir)
  const url = `http://127.0.0.1:${port}`
  return {
    env: {
      ...keys,
      CALENDAR_DEMO: 'true',
      GOOGLE_CALENDAR_CLIENT_ID: CLIENT.id,
      GOOGLE_CALENDAR_CLIENT_SECRET: CLIENT.secret,
      GOOGLE_API_ROOT_URL: `${url}/`,
      GOOGLE_OAUTH_AUTHORIZE_URL: `${url}/o/oauth2/v2/auth`,
      GOOGLE_OAUTH_TOKEN_URL: `${url}/token`,
      GOOGLE_OAUTH_REVOKE_URL: `${url}/revoke`,
    },
    standIn: {
      GOOGLE_STAND_IN_PORT: String(port),
      GOOGLE_STAND_IN_STATE: join(dataDir, 'google-stand-in.json'),
      GOOGLE_STAND_IN_CLIENT_ID: CLIENT.id,
      GOOGLE_STAND_IN_CLIENT_SECRET: CLIENT.secret,
    },
  }
}

/** The key file, readable for its owner alone; made at the first start. */
export async function keptKeys(dataDir: string): Promise<string> {
  const file = join(dataDir, KEYS_FILE)
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim()
  if (kept !== '') return kept
  const made = `key1:${randomBytes(32).toString('base64')}`
  await writeFile(file, `${made}\n`, { mode: 0o600 })
  // An empty file that was there keeps the mode it had.
  await chmod(file, 0o600)
  return made
}

/** The same port at each start, so that pages and accounts of the stand-in stay where they are. */
async function keptPort(dataDir: string): Promise<number> {
  const file = join(dataDir, PORT_FILE)
  const kept = Number(await readFile(file, 'utf8').catch(() => ''))
  if (Number.isInteger(kept) && kept > 0 && (await isPortFree(kept))) return kept
  const port = await findFreePort()
  await writeFile(file, String(port))
  return port
}
