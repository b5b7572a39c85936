/** What may be written down of a fault, in logs and in jobs. */
export interface Fault {
  type: string
  message: string
  /** Where it was, without the message that the stack of an error begins with. */
  stack: string
  /** What PostgreSQL and the system call it, and where it was. */
  code?: string
  constraint_name?: string
  table_name?: string
  column_name?: string
  cause?: Fault
}

const NAMES = ['code', 'constraint_name', 'table_name', 'column_name'] as const
const MAX_CAUSES = 5

/**
 * A fault without the values that it was about: a failed query has its parameters in message and stack, and PostgreSQL adds
 * whole rows (`Failing row contains …`). These are titles and addresses, and the words of mails with the links in them.
 */
export function describeFault(error: unknown, causes = MAX_CAUSES): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' }
  const fault: Fault = { type: error.name, message: messageOf(error), stack: placesOf(error) }
  for (const name of NAMES) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string') fault[name] = value
  }
  if (error.cause !== undefined && causes > 0) fault.cause = describeFault(error.cause, causes - 1)
  return fault
}

/** Drizzle's error has the query and its parameters beside the message that is made of both. */
function messageOf(error: Error): string {
  return 'query' in error && 'params' in error ? `Failed query: ${String(error.query)}` : error.message
}

/** The stack begins with the message, which may have any number of lines of any kind. */
function placesOf({ stack = '', message }: Error): string {
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
}
