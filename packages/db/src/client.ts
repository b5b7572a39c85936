import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

/** A pool of connections. Rows of a tenant are visible only inside a transaction that names its organization. */
export type Database = PostgresJsDatabase
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export interface DatabaseOptions {
  /** The role that connections take on; `owner` keeps the one of the URL, for migrations and tests. */
  role: 'astralis_app' | 'owner'
  /** Connections at most. */
  max?: number
}

/** Opens connections to PostgreSQL lazily; `close` waits up to five seconds for running queries. */
export function createDatabase(url: string, { role, max = 10 }: DatabaseOptions) {
  const client = postgres(url, {
    max,
    onnotice: () => {},
    connection: {
      application_name: 'astralisops',
      TimeZone: 'UTC',
      // Set as the session's default, so that it also holds after RESET ROLE.
      ...(role === 'owner' ? {} : { role }),
    },
  })
  const db: Database = drizzle({ client, casing: 'snake_case' })
  return { db, close: () => client.end({ timeout: 5 }) }
}
