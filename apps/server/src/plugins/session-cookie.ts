import type { SessionToken } from '@astralis/services/auth/sessions'
import type { Runtime } from '@astralis/services/context'
import type { FastifyReply, FastifyRequest } from 'fastify'

const SESSION_COOKIE = 'astralis_session'

interface CookieOptions {
  now: ReturnType<Runtime['clock']>
  /** Only over https. */
  secure: boolean
}

/** Null for a browser that has no session. */
export function readSessionToken(request: FastifyRequest): string | null {
  return request.cookies[SESSION_COOKIE] ?? null
}

/** Gives the browser a session, for as long as it lasts, or takes it away. */
export function setSessionCookie(
  reply: FastifyReply,
  session: SessionToken | null,
  { now, secure }: CookieOptions,
): void {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (session === null) return void reply.clearCookie(SESSION_COOKIE, attributes)
  const maxAge = now.until(session.expiresAt, { largestUnit: 'seconds' }).seconds
  void reply.setCookie(SESSION_COOKIE, session.token, { ...attributes, maxAge })
}
