import {
  GOOGLE_VARIABLES,
  type GoogleSettings,
  googleSettings,
  refuseHalfCredentials,
} from '@astralis/calendars/google/google-variables'
import { type EncryptionKeys, encryptionKeysSchema } from '@astralis/services/connections/encryption-keys'
import { z } from 'zod'
import { trustedProxiesSchema } from './trusted-proxies.ts'
import type { OpenAiSettings } from './adapters/openai-ranking-model.ts'

const PORT_EXPECTED = 'expected a port from 0 to 65535'
const PRINTABLE = /^[\x21-\x7e]+$/

const COMMON = {
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
  }),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number(PORT_EXPECTED).int(PORT_EXPECTED).min(0, PORT_EXPECTED).max(65535, PORT_EXPECTED).default(3001),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected an address such as https://calendar.example.com' })
    .optional(),
  TRUSTED_PROXIES: trustedProxiesSchema.default([]),
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
}

const settings = z
  .object({
    ...COMMON,
    ...GOOGLE_VARIABLES,
    // The launcher says so when it starts a stand-in of Google.
    CALENDAR_DEMO: z.literal('true', 'expected true, or nothing').optional(),
    ENCRYPTION_KEYS: encryptionKeysSchema,
  })
  .superRefine(refuseHalfCredentials)

const commandSettings = z.object(COMMON)

export interface ServerSettings {
  databaseUrl: string
  host: string
  port: number
  /** Where people reach the product: the only origin that may change anything with a cookie. */
  publicUrl: string
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  logLevel: string
  /** Null without a key: then the score alone ranks suggestions. */
  openAi: OpenAiSettings | null
  /** No mail service is set up: the worker leaves mail in the outbox. */
  usesOutbox: boolean
  calendars: CalendarSettings
  /** Calendars are linked to a stand-in of their service, for trying out. */
  usesDemoCalendars: boolean
}

export interface CalendarSettings {
  google: GoogleSettings
  keys: EncryptionKeys
}

/** What commands need that prepare the database. */
export type CommandSettings = Pick<ServerSettings, 'databaseUrl' | 'usesOutbox'>

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): ServerSettings {
  const data = read(settings)
  return {
    ...commandSettingsOf(data),
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
    openAi: openAiSettings(data),
    calendars: { google: googleSettings(data), keys: data.ENCRYPTION_KEYS },
    usesDemoCalendars: data.CALENDAR_DEMO === 'true',
  }
}

/** The few settings that need neither keys nor credentials. */
export function readCommandSettings(): CommandSettings {
  return commandSettingsOf(read(commandSettings))
}

function commandSettingsOf(data: z.output<typeof commandSettings>): CommandSettings {
  return {
    databaseUrl: data.DATABASE_URL,
    usesOutbox: data.RESEND_API_KEY === undefined && data.SMTP_HOST === undefined,
  }
}

function read<Output>(schema: z.ZodType<Output>): Output {
  // Docker Compose passes settings that nobody made as empty ones.
  const made = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const { success, data, error } = schema.safeParse(made)
  if (success) return data
  const [issue] = error.issues
  process.stderr.write(`The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.\n`)
  return process.exit(1)
}

function openAiSettings(data: z.output<typeof commandSettings>): OpenAiSettings | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model, OPENAI_BASE_URL: baseUrl } = data
  return apiKey === undefined ? null : { apiKey, model, baseUrl }
}
