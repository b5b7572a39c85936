import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrateDatabase } from '@astralis/db/migrate'
import { installQueues } from '@astralis/services/install-queues'
import { readCommandSettings } from './env.ts'

/** Brings the database up to date and ends. Runs before servers and workers start; running it twice changes nothing. */
const settings = readCommandSettings()

// Beside this file in a build, in the db package in the sources.
const [built, sources] = ['./migrations', '../../../packages/db/migrations'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)
try {
  await migrateDatabase(settings.databaseUrl, built && existsSync(built) ? built : (sources ?? ''))
  await installQueues(settings.databaseUrl)
} catch (error) {
  // Drizzle names the query; what went wrong is in the driver's error.
  const cause = error instanceof Error && error.cause ? error.cause : error
  process.stderr.write(`The database can not be brought up to date. Check DATABASE_URL. ${String(cause)}\n`)
  process.exit(1)
}
