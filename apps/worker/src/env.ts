import { z } from 'zod'

const settings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
  }),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'expected debug, info, warn or error').default('info'),
})

export interface WorkerSettings {
  databaseUrl: string
  logLevel: string
}

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): WorkerSettings {
  const { success, data, error } = settings.safeParse(process.env)
  if (!success) {
    const [issue] = error.issues
    process.stderr.write(`The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.\n`)
    process.exit(1)
  }
  return { databaseUrl: data.DATABASE_URL, logLevel: data.LOG_LEVEL }
}
