import { addressBlock } from '@astralis/core/access/address-block'
import { authenticateSession } from '@astralis/services/auth/sessions'
import { finishGoogle } from '@astralis/services/auth/finish-google'
import type { GoogleServices } from '@astralis/services/auth/google-services'
import type { Runtime } from '@astralis/services/context'
import type { FastifyInstance } from 'fastify'
import { forgetGoogleAttempt, readGoogleAttempt } from '../plugins/google-cookie.ts'
import { ownAddress } from '../plugins/own-address.ts'
import { readSessionToken, setSessionCookie } from '../plugins/session-cookie.ts'

interface GoogleSignInOptions {
  runtime: Runtime
  google: GoogleServices
  publicUrl: string
}

/** Where Google sends the browser back to after somebody chose an account; it goes on to a page of ours. */
export function registerGoogleSignIn(app: FastifyInstance, { runtime, google, publicUrl }: GoogleSignInOptions): void {
  const secure = publicUrl.startsWith('https:')
  app.get('/api/auth/google/callback', async (request, reply) => {
    const cookie = readGoogleAttempt(request)
    // Whatever comes of it, there is one way back.
    forgetGoogleAttempt(reply, secure)
    const sessionToken = readSessionToken(request)
    const actor = sessionToken === null ? null : await authenticateSession(runtime, sessionToken)
    const { searchParams } = new URL(request.url, publicUrl)
    const browser = {
      origin: `web ${request.ip}`,
      address: addressBlock(request.ip),
      userAgent: request.headers['user-agent'] ?? '',
      sessionToken,
    }
    const { returnTo, result } = await finishGoogle(
      { ...runtime, ...browser, google },
      {
        actor,
        cookie,
        state: searchParams.get('state'),
        code: searchParams.get('code'),
        error: searchParams.get('error'),
      },
    )
    const { session, ...parameters } = 'session' in result ? result : { ...result, session: null }
    if (session) setSessionCookie(reply, session, { now: runtime.clock(), secure })
    // The page that it leads to, and what that loads, must not learn the code from the address.
    return reply.header('referrer-policy', 'no-referrer').redirect(ownAddress(returnTo, parameters, publicUrl), 303)
  })
}
