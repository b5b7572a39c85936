import { z } from 'zod'
import type { OpenAiSettings } from './adapters/openai-ranking-model.ts'

const PORT_EXPECTED = 'expected a port from 0 to 65535'
const PRINTABLE = /^[\x21-\x7e]+$/

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
  OPENAI_API_KEY: z.string().regex(PRINTABLE, 'expected a key without spaces').optional(),
  // Answers within seconds, because it does not reason unless told to.
  OPENAI_MODEL: z.string().regex(PRINTABLE, 'expected the name of a model').default('gpt-5.4-mini'),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://api.openai.com/v1' })
    .default('https://api.openai.com/v1'),
  // The worker reads the rest, and checks them.
  RESEND_API_KEY: z.string().optional(),
  SMTP_HOST: z.string().optional(),
})

export interface ServerSettings {
  databaseUrl: string
  host: string
  port: number
  /** Where people reach the product: the only origin that may change anything with a cookie. */
  publicUrl: string
  logLevel: string
  /** Null without a key: then the score alone ranks suggestions. */
  openAi: OpenAiSettings | null
  /** No mail service is set up: the worker leaves mail in the outbox. */
  usesOutbox: boolean
}

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): ServerSettings {
  // Docker Compose passes settings that nobody made as empty ones.
  const made = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const { success, data, error } = settings.safeParse(made)
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
    openAi: openAiSettings(data),
    usesOutbox: data.RESEND_API_KEY === undefined && data.SMTP_HOST === undefined,
  }
}

function openAiSettings(data: z.output<typeof settings>): OpenAiSettings | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model, OPENAI_BASE_URL: baseUrl } = data
  return apiKey === undefined ? null : { apiKey, model, baseUrl }
}
