import type { FastifyRequest } from 'fastify'

/** RFC 6750, 2.1. Null for a request without an `Authorization` header; whatever else stands there is no token of ours. */
export function readApiToken({ headers }: FastifyRequest): string | null {
  const { authorization } = headers
  return authorization === undefined ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
}
