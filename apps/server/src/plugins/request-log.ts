import type { FastifyRequest, FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/**
 * How requests appear in the log. A link to answer an invitation is as good as its recipient's word, and what comes back
 * from a page of consent as good as the consent, so that both are left out.
 */
export function withoutTokens(logger: Logger | undefined): Logger {
  if (!logger) return false
  const options = typeof logger === 'object' ? logger : {}
  return { ...options, serializers: { ...options.serializers, req: describeRequest } }
}

function describeRequest({ method, url, host, ip }: FastifyRequest) {
  return { method, url: maskToken(url), host, remoteAddress: ip }
}

/** In the address of the page, and in the question that the page asks. */
function maskToken(url: string): string {
  return url.replace(
    /^(\/invitations\/|\/api\/calendar\/callback[^?]*\?|\/trpc\/[^?]*events\.invitation[^?]*\?).*/s,
    '$1…',
  )
}
