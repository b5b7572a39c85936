import type { GoogleAccount } from '@astralis/calendars/google/google-sign-in'
import { ProviderError } from '@astralis/calendars/provider-error'
import type { SignInFailure } from '@astralis/core/people/sign-in-failure'
import { storeIdentity } from '../account/store-identity.ts'
import type { Actor, Browser, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type GoogleAttempt, openAttempt, secretsOf } from './google-attempt.ts'
import type { GoogleServices } from './google-services.ts'
import { hashToken } from './org-token.ts'
import type { SessionToken } from './sessions.ts'
import { signInWithAccount } from './sign-in-with-account.ts'

/** What a browser brings back from Google. */
export interface GoogleAnswer {
  /** Null for a browser that is not signed in. */
  actor: Actor | null
  /** What it kept meanwhile. */
  cookie: string | null
  state: string | null
  code: string | null
  /** RFC 6749, 4.1.2.1 */
  error: string | null
}

/** Where the browser goes on, and what came of it. */
export interface GoogleResult {
  /** A path of ours. */
  returnTo: string
  result: { session: SessionToken } | { linked: string } | { problem: SignInFailure }
}

const SIGN_IN_PAGE = '/sign-in'
const SETTINGS_PAGE = '/settings'

/** Ends the way back with what went wrong. Nothing was changed. */
class GoogleFailure extends Error {
  override name = 'GoogleFailure'
  readonly failure: SignInFailure
  constructor(failure: SignInFailure) {
    super(failure)
    this.failure = failure
  }
}

type GoogleRuntime = Runtime & Browser & { google: GoogleServices }

/** Signs somebody in with Google, or links the account that they chose to sign in with from now on (H1). */
export async function finishGoogle(runtime: GoogleRuntime, answer: GoogleAnswer): Promise<GoogleResult> {
  const { actor } = answer
  const attempt = openAttempt(runtime, answer.cookie ?? '', answer.state ?? '')
  try {
    if (!attempt) throw new GoogleFailure('STATE_WRONG')
    const { linksFor, returnTo } = attempt
    if (linksFor === null) return { returnTo, result: { session: await signIn(runtime, attempt, answer) } }
    const { sessionToken } = runtime
    if (!actor || sessionToken === null || hashToken(sessionToken) !== linksFor) throw new GoogleFailure('SIGNED_OUT')
    const account = await identify(runtime, attempt, answer)
    if (!account.isEmailVerified) throw new GoogleFailure('EMAIL_NOT_VERIFIED')
    await storeIdentity({ ...runtime, actor }, account)
    return { returnTo, result: { linked: account.email } }
  } catch (error) {
    // Who is signed in reads it where they link accounts, everybody else where they sign in.
    const isLinking = actor !== null && attempt?.linksFor !== null
    const returnTo = isLinking ? (attempt?.returnTo ?? SETTINGS_PAGE) : SIGN_IN_PAGE
    return { returnTo, result: { problem: failureOf(error) } }
  }
}

async function signIn(runtime: GoogleRuntime, attempt: GoogleAttempt, answer: GoogleAnswer): Promise<SessionToken> {
  const { id } = await identify(runtime, attempt, answer)
  const session = await signInWithAccount(runtime, id)
  if (!session) throw new GoogleFailure('GOOGLE_NOT_LINKED')
  return session
}

/** Asks Google whose account it is, outside of any transaction. */
async function identify(
  { google }: GoogleRuntime,
  attempt: GoogleAttempt,
  { code, error }: GoogleAnswer,
): Promise<GoogleAccount> {
  if (error === 'access_denied') throw new GoogleFailure('DENIED')
  if (error !== null || code === null || code === '' || !google.signIn) throw new GoogleFailure('PROVIDER_REFUSED')
  return google.signIn.identify(code, secretsOf(attempt))
}

function failureOf(error: unknown): SignInFailure {
  if (error instanceof GoogleFailure) return error.failure
  if (error instanceof ServiceError && error.reason === 'IDENTITY_TAKEN') return error.reason
  if (!(error instanceof ProviderError)) throw error
  if (error.kind === 'unavailable' || error.kind === 'rate-limited') return 'PROVIDER_UNAVAILABLE'
  return error.kind === 'consent-needed' ? 'CODE_EXPIRED' : 'PROVIDER_REFUSED'
}
