import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrateDatabase } from '@astralis/db/migrate'
import { installQueues } from '@astralis/services/install-queues'
import { readSettings } from './env.ts'

/** Brings the database up to date and ends. Runs before servers and workers start; running it twice changes nothing. */
const settings = readSettings()
if ('problem' in settings) {
  process.stderr.write(`${settings.problem}\n`)
  process.exit(1)
}

// Beside this file in a build, in the db package in the sources.
const [built, sources] = ['./migrations', '../../../packages/db/migrations'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)
try {
  await migrateDatabase(settings.databaseUrl, built && existsSync(built) ? built : (sources ?? ''))
  await installQueues(settings.databaseUrl)
} catch (error) {
  process.stderr.write(`The database can not be brought up to date. Check DATABASE_URL. ${String(error)}\n`)
  process.exit(1)
}
