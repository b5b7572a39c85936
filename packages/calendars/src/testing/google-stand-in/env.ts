import { z } from 'zod'

const settings = z.object({
  GOOGLE_STAND_IN_PORT: z.coerce.number().int().min(0).max(65_535).default(3010),
  GOOGLE_STAND_IN_STATE: z.string().optional(),
  GOOGLE_STAND_IN_CLIENT_ID: z.string().default('demo-client'),
  GOOGLE_STAND_IN_CLIENT_SECRET: z.string().default('demo-secret'),
})

export interface StandInSettings {
  port: number
  /** Null keeps nothing over a restart. */
  stateFile: string | null
  clientId: string
  clientSecret: string
}

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): StandInSettings {
  const made = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const { success, data, error } = settings.safeParse(made)
  if (!success) {
    const [issue] = error.issues
    process.stderr.write(`The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.\n`)
    process.exit(1)
  }
  return {
    port: data.GOOGLE_STAND_IN_PORT,
    stateFile: data.GOOGLE_STAND_IN_STATE ?? null,
    clientId: data.GOOGLE_STAND_IN_CLIENT_ID,
    clientSecret: data.GOOGLE_STAND_IN_CLIENT_SECRET,
  }
}
