import type { GoogleSettings } from '@astralis/calendars/google/google-variables'
import { createCalendarServices, type CalendarServicesSettings } from '@astralis/calendars/providers'
import type { CalendarServices } from './calendar-services.ts'
import type { EncryptionKeys } from './encryption-keys.ts'
import { createTokenSeal } from './token-seal.ts'

/** How long a service may take to answer. A list of 2,500 events takes Google some seconds. */
const TIMEOUT_MS = 30_000

interface AssemblyOptions extends Pick<CalendarServicesSettings, 'clock' | 'wait'> {
  google: GoogleSettings
  keys: EncryptionKeys
  /** Where people reach the product. */
  publicUrl: string
  randomBytes: (count: number) => Buffer
}

/** Every service that can be linked, and the seal for its tokens; the same for the server and the worker. */
export function assembleCalendarServices(options: AssemblyOptions): CalendarServices {
  const { google, keys, publicUrl, clock, wait, randomBytes } = options
  const { client, ...addresses } = google
  const redirectUrl = google.redirectUrl ?? `${publicUrl.replace(/\/+$/, '')}/api/calendar/callback`
  // Without credentials nobody can be asked for consent; then these are never used.
  const credentials = client ?? { clientId: '', clientSecret: '' }
  const { GOOGLE } = createCalendarServices({
    google: { ...addresses, ...credentials, redirectUrl, timeoutMs: TIMEOUT_MS },
    clock,
    wait,
  })
  return {
    providers: { GOOGLE: GOOGLE.provider },
    authorizations: { GOOGLE: client && GOOGLE.authorization },
    seal: createTokenSeal(keys, randomBytes),
  }
}
