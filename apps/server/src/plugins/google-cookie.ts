import type { FastifyReply, FastifyRequest } from 'fastify'

const NAME = 'astralis_google'
/** Only the way back from Google gets it. */
const PATH = '/api/auth'
/** What is in it says itself when it is over. */
const MAX_AGE_SECONDS = 600

/** What a browser keeps while its person is at Google; it comes back with the navigation from there, hence Lax. */
export function keepGoogleAttempt(reply: FastifyReply, sealed: string, secure: boolean): void {
  void reply.setCookie(NAME, sealed, { path: PATH, httpOnly: true, sameSite: 'lax', secure, maxAge: MAX_AGE_SECONDS })
}

export function readGoogleAttempt(request: FastifyRequest): string | null {
  return request.cookies[NAME] ?? null
}

export function forgetGoogleAttempt(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(NAME, { path: PATH, httpOnly: true, sameSite: 'lax', secure })
}
