import { createGoogleSignIn } from '@astralis/calendars/google/google-sign-in'
import type { GoogleSettings } from '@astralis/calendars/google/google-variables'
import type { EncryptionKeys } from '../connections/encryption-keys.ts'
import { createTokenSeal } from '../connections/token-seal.ts'
import type { GoogleServices } from './google-services.ts'

/** Somebody waits in front of a white page for as long. */
const TIMEOUT_MS = 10_000

interface AssemblyOptions {
  google: GoogleSettings
  keys: EncryptionKeys
  /** Where people reach the product. */
  publicUrl: string
  /** Epoch milliseconds */
  clock: () => number
  randomBytes: (count: number) => Buffer
}

/** Signing in with the credentials with which calendars are linked, but with an address of its own to come back to. */
export function assembleGoogleServices({
  google,
  keys,
  publicUrl,
  clock,
  randomBytes,
}: AssemblyOptions): GoogleServices {
  const { client, authorizeUrl, tokenUrl } = google
  const redirectUrl = `${publicUrl.replace(/\/+$/, '')}/api/auth/google/callback`
  return {
    signIn:
      client && createGoogleSignIn({ ...client, redirectUrl, authorizeUrl, tokenUrl, timeoutMs: TIMEOUT_MS, clock }),
    seal: createTokenSeal(keys, randomBytes),
  }
}
