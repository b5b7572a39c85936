import type { IncomingHttpHeaders } from 'node:http'

/** The origins of the product's own pages. On this machine, `localhost` and its addresses are one place. */
export function allowedOrigins(publicUrl: string): Set<string> {
  const { origin, hostname, protocol, port } = new URL(publicUrl)
  if (hostname !== 'localhost') return new Set([origin])
  const suffix = port ? `:${port}` : ''
  return new Set([origin, `${protocol}//127.0.0.1${suffix}`, `${protocol}//[::1]${suffix}`])
}

/**
 * Against cross-site request forgery: a browser names the page that sends a POST, and a foreign page must not act with
 * our cookie. A program without a cookie need not name any.
 */
export function isOriginAllowed(headers: IncomingHttpHeaders, hasCookie: boolean, allowed: Set<string>): boolean {
  return headers.origin === undefined ? !hasCookie : allowed.has(headers.origin)
}
