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
      // A process that hangs in the middle of a booking must not hold its people's locks for long.
      idle_in_transaction_session_timeout: 30_000,
      // A plan that was made while a table was small would stay until the next analyze (ADR 7).
      plan_cache_mode: 'force_custom_plan',
      // Our queries are short: starting workers costs more than they save. Text, because the driver drops a zero.
      max_parallel_workers_per_gather: '0',
      // Set as the session's default, so that it also holds after RESET ROLE.
      ...(role === 'owner' ? {} : { role }),
    },
  })
  const db: Database = drizzle({ client: withPreparedStatements(client), casing: 'snake_case' })
  return { db, close: () => client.end({ timeout: 5 }) }
}

type Unsafe = postgres.Sql['unsafe']

/**
 * Drizzle asks for unnamed statements, which PostgreSQL parses and analyzes anew each time; named ones only once a
 * connection. Queries therefore keep one text whatever the number of their values: lists go in as arrays.
 */
function withPreparedStatements<Client extends postgres.ISql>(client: Client): Client {
  const unsafe: Unsafe = (query, values, options) => client.unsafe(query, values, { ...options, prepare: true })
  return new Proxy(client, {
    get(target, property, receiver) {
      if (property === 'unsafe') return unsafe
      const member: unknown = Reflect.get(target, property, receiver)
      const opensTransaction = property === 'begin' || property === 'savepoint'
      return opensTransaction && typeof member === 'function' ? passPrepared(member) : member
    },
  })
}

/** `begin` and `savepoint` hand a client of their own to their last argument. */
function passPrepared(open: Function) {
  return (...args: unknown[]) => {
    const work = args.pop()
    if (typeof work !== 'function') throw new TypeError('A transaction needs a function to run.')
    const result: unknown = open(...args, (client: postgres.TransactionSql) => work(withPreparedStatements(client)))
    return result
  }
}
