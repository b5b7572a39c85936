import {
  GOOGLE_VARIABLES,
  type GoogleSettings,
  googleSettings,
  refuseHalfCredentials,
} from '@astralis/calendars/google/google-variables'
import { type EncryptionKeys, encryptionKeysSchema } from '@astralis/services/connections/encryption-keys'
import { z } from 'zod'
import type { MailSettings } from './channels/create-channel.ts'
import { httpUrl, MAIL_VARIABLES, mailSettings, refuseHalves } from './channels/mail-variables.ts'

const PORT_EXPECTED = 'expected a port from 0 to 65535'
const SECONDS_EXPECTED = 'expected whole seconds from 1 to 86400'

const settings = z
  .object({
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'expected a PostgreSQL address such as postgres://user:password@host/database',
    }),
    // Where the server listens; it is also where links in mails lead, unless PUBLIC_URL says otherwise.
    PORT: z.coerce
      .number(PORT_EXPECTED)
      .int(PORT_EXPECTED)
      .min(0, PORT_EXPECTED)
      .max(65535, PORT_EXPECTED)
      .default(3001),
    PUBLIC_URL: httpUrl('https://calendar.example.com').optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'expected debug, info, warn or error').default('info'),
    ...MAIL_VARIABLES,
    ...GOOGLE_VARIABLES,
    CALENDAR_POLL_SECONDS: z.coerce
      .number(SECONDS_EXPECTED)
      .int(SECONDS_EXPECTED)
      .min(1, SECONDS_EXPECTED)
      .max(86_400, SECONDS_EXPECTED)
      .default(600),
    ENCRYPTION_KEYS: encryptionKeysSchema,
  })
  .superRefine(refuseHalves)
  .superRefine(refuseHalfCredentials)

export interface WorkerSettings {
  databaseUrl: string
  /** Where people reach the product, without a slash at the end. */
  publicUrl: string
  logLevel: string
  mail: MailSettings
  calendars: { google: GoogleSettings; keys: EncryptionKeys }
  /** How often every linked calendar is read, notified or not. */
  pollSeconds: number
}

/** The settings of the environment. A wrong one ends the process with one line that names it. */
export function readSettings(): WorkerSettings {
  // Docker Compose passes settings that nobody made as empty ones.
  const made = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const { success, data, error } = settings.safeParse(made)
  if (!success) {
    const [issue] = error.issues
    process.stderr.write(`The setting ${issue?.path.join('.')} is missing or wrong: ${issue?.message}.\n`)
    process.exit(1)
  }
  const publicUrl = (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, '')
  return {
    databaseUrl: data.DATABASE_URL,
    publicUrl,
    logLevel: data.LOG_LEVEL,
    mail: mailSettings(data, publicUrl),
    calendars: { google: googleSettings(data), keys: data.ENCRYPTION_KEYS },
    pollSeconds: data.CALENDAR_POLL_SECONDS,
  }
}
