import { createHmac } from 'node:crypto'
import type { SignInSecrets } from '@astralis/calendars/google/google-sign-in'
import { ownPathSchema } from '@astralis/core/sync/own-path'
import { z } from 'zod'
import type { SealedPlace } from '../connections/token-seal.ts'
import type { Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { GoogleServices } from './google-services.ts'
import { hashToken } from './org-token.ts'

/*
 * Whoever signs in has no organization yet, so what has to survive the way to Google and back is not in the database but in
 * a cookie (ADR 17): sealed, so that the browser can neither read nor change it, and bound to the state that travels. Only
 * the browser that began it has it; PKCE's verifier and the nonce are derived from its secret, so no other one can end it.
 */

const MINUTES = 10

const attemptSchema = z.object({
  secret: z.string(),
  /** To link an account: for whom, by the hash of their session. Null to sign in. */
  linksFor: z.string().nullable(),
  /** A path of ours, to go on to. */
  returnTo: ownPathSchema,
  /** Epoch milliseconds */
  expiresAt: z.number(),
})

/** A way to Google and back that has begun. */
export type GoogleAttempt = z.output<typeof attemptSchema>

type Runner = Pick<Runtime, 'clock' | 'newSecret'> & { google: GoogleServices }

/** Where the browser goes, and what it keeps meanwhile, in a cookie. */
export interface BegunAttempt {
  url: string
  cookie: string
}

/** Throws PROVIDER_NOT_SET_UP. */
export function beginAttempt(
  { clock, newSecret, google }: Runner,
  asked: Pick<GoogleAttempt, 'linksFor' | 'returnTo'>,
): BegunAttempt {
  if (!google.signIn) {
    throw new ServiceError(
      'PROVIDER_NOT_SET_UP',
      'Whoever runs this installation has not set it up for signing in with Google (GOOGLE_CALENDAR_CLIENT_ID).',
    )
  }
  const secret = newSecret()
  const state = hashToken(secret)
  const attempt: GoogleAttempt = { ...asked, secret, expiresAt: clock().add({ minutes: MINUTES }).epochMilliseconds }
  return {
    url: google.signIn.authorizationUrl({ state, ...secretsOf(attempt) }),
    cookie: google.seal.seal(JSON.stringify(attempt), placeOf(state)),
  }
}

/** The attempt that this browser began with this state; null for what it did not begin, or that took too long. */
export function openAttempt(
  { clock, google }: Omit<Runner, 'newSecret'>,
  cookie: string,
  state: string,
): GoogleAttempt | null {
  const attempt = attemptSchema.safeParse(unsealed(google, cookie, state)).data
  return attempt && attempt.expiresAt > clock().epochMilliseconds ? attempt : null
}

function unsealed({ seal }: GoogleServices, cookie: string, state: string): unknown {
  try {
    return JSON.parse(seal.open(cookie, placeOf(state)))
  } catch {
    return null
  }
}

/** RFC 7636, 4.1: 43 characters, as it recommends. */
export function secretsOf({ secret }: Pick<GoogleAttempt, 'secret'>): SignInSecrets {
  const derive = (label: string) => createHmac('sha256', secret).update(label).digest('base64url')
  return { codeVerifier: derive('code-verifier'), nonce: derive('nonce') }
}

function placeOf(state: string): SealedPlace {
  return { table: 'google-sign-in', id: state, column: '', orgId: '', provider: 'GOOGLE' }
}
