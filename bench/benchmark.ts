/** What a benchmark measures in. */
export interface World {
  /** A new migrated database, as its owner. */
  createDatabase: (name: string) => Promise<string>
  /** The product's server on a database, in a process of its own; returns its address. */
  startServer: (databaseUrl: string) => Promise<string>
  /** What is closed when the benchmark ends or is interrupted, before PostgreSQL stops. */
  open: AsyncDisposableStack
}

/** One line of a benchmark's report. */
export type Result = Record<string, string | number>

/** Reports line by line; throws when an answer is not the right one. */
export type Benchmark = (world: World, report: (result: Result) => void) => Promise<void>
