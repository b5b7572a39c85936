import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { type Cluster, SUPERUSER } from './cluster.ts'
import { EmbeddedPostgresError } from './error.ts'

const DATABASE = 'astralis'

/** The address of the application's database on the running server. */
export async function connectionUrl(cluster: Cluster, port: number): Promise<string> {
  const password = (await readFile(cluster.passwordFile, 'utf8')).trim()
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}`
}

/**
 * Signs in with our password, checks that the server works on our data directory and creates the application's
 * database when it is missing. False while the server does not answer.
 */
export async function ensureDatabase(cluster: Cluster, url: string): Promise<boolean> {
  const sql = postgres(url, { database: 'postgres', max: 1, connect_timeout: 2 })
  try {
    const [server] = await sql<{ dataDir: string }[]>`SELECT current_setting('data_directory') AS "dataDir"`
    if (server?.dataDir !== cluster.dataDir) return false
    const found = await sql`SELECT 1 FROM pg_database WHERE datname = ${DATABASE}`
    if (found.length === 0) await sql.unsafe(`CREATE DATABASE ${DATABASE}`)
    return true
  } catch (error) {
    // Class 57 is a server that is starting or stopping; on anything else it says, waiting does not help.
    if (error instanceof postgres.PostgresError && !error.code.startsWith('57')) {
      throw new EmbeddedPostgresError(`the server in ${cluster.dataDir} answers "${error.message}"`)
    }
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
