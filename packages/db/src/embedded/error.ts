/**
 * The embedded PostgreSQL cannot be used. `message` is one sentence with the cause and the way out, followed by the
 * last lines of PostgreSQL's log when there are any.
 */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'

  constructor(cause: string, logLines: string[] = []) {
    const sentence = `The embedded PostgreSQL cannot run because ${cause}; change that, or set DATABASE_URL to a PostgreSQL server (15 or newer).`
    super([sentence, ...logLines.map((line) => `  ${line}`)].join('\n'))
  }
}
