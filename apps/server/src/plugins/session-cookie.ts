import type { FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'astralis_session'

/** Null for a browser that has no session. */
export function readSessionToken(request: FastifyRequest): string | null {
  return request.cookies[SESSION_COOKIE] ?? null
}
