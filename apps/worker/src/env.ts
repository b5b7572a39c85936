import { z } from 'zod'

const settings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
  }),
})

/** The settings of the environment, or one sentence that names what is wrong with them. */
export function readSettings(
  environment: NodeJS.ProcessEnv = process.env,
): { databaseUrl: string } | { problem: string } {
  const { success, data, error } = settings.safeParse(environment)
  if (success) return { databaseUrl: data.DATABASE_URL }
  const [issue] = error.issues
  return { problem: `The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.` }
}
