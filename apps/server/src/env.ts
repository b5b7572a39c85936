import { z } from 'zod'

const PORT_EXPECTED = 'expected a port from 0 to 65535'

const settings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
  }),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number(PORT_EXPECTED).int(PORT_EXPECTED).min(0, PORT_EXPECTED).max(65535, PORT_EXPECTED).default(3001),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://calendar.example.com' })
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'expected debug, info, warn or error').default('info'),
})

export interface ServerSettings {
  databaseUrl: string
  host: string
  port: number
  /** Where people reach the product: the only origin that may change anything with a cookie. */
  publicUrl: string
  logLevel: string
}

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): ServerSettings {
  const { success, data, error } = settings.safeParse(process.env)
  if (!success) {
    const [issue] = error.issues
    process.stderr.write(`The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.\n`)
    process.exit(1)
  }
  return {
    databaseUrl: data.DATABASE_URL,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    logLevel: data.LOG_LEVEL,
  }
}
