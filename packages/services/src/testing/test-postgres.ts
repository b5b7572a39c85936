import { inject } from 'vitest'

export interface TestPostgres {
  /** The server, as its superuser. */
  url: string
  /** The migrated database in it, to clone. */
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}

/** The PostgreSQL that was started for this run. */
export function testPostgres(): TestPostgres {
  return inject('postgres')
}
