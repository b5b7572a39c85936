import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { createDatabase } from './client.ts'

/** Any constant: it only has to be the same for everyone who migrates this product. */
const MIGRATION_LOCK = 4_810_221

/** Applies the pending migrations in `migrationsFolder` as the owner; several servers starting at once take turns. */
export async function migrateDatabase(url: string, migrationsFolder: string): Promise<void> {
  const { db, close } = createDatabase(url, { role: 'owner', max: 1 })
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`)
    await migrate(db, { migrationsFolder })
  } finally {
    await close()
  }
}
