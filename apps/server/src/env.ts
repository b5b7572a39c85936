import { z } from 'zod'

const settings = z.object({
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
    })
    .describe('The database.'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('expected a port from 0 to 65535')
    .int('expected a port from 0 to 65535')
    .min(0, 'expected a port from 0 to 65535')
    .max(65535, 'expected a port from 0 to 65535')
    .default(3001),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://calendar.example.com' })
    .optional(),
})

export interface ServerSettings {
  databaseUrl: string
  host: string
  port: number
  /** Where people reach the product: the only origin that may change anything with a cookie. */
  publicUrl: string
}

/** The settings of the environment, or one sentence that names what is wrong with them. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): ServerSettings | { problem: string } {
  const { success, data, error } = settings.safeParse(environment)
  if (!success) {
    const [issue] = error.issues
    return { problem: `The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.` }
  }
  return {
    databaseUrl: data.DATABASE_URL,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
  }
}
