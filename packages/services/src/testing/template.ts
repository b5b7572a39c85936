import { fileURLToPath } from 'node:url'
import { migrateDatabase } from '@astralis/db/migrate'
import { asOwner, withDatabase } from '@astralis/db/testing/clone-database'
import { installQueues } from '../install-queues.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url))

/** Makes the migrated database that tests clone, with queues; returns its name. */
export async function createTemplate(serverUrl: string): Promise<string> {
  const name = 'astralis_template'
  await asOwner(serverUrl, `create database ${name}`)
  await migrateDatabase(withDatabase(serverUrl, name), MIGRATIONS)
  await installQueues(withDatabase(serverUrl, name))
  return name
}
