import { describeFault } from '@astralis/services/describe-fault'
import type { FastifyRequest, FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/**
 * How requests and faults appear in the log. A link to answer an invitation or to join is as good as its recipient's word, and what
 * comes back from a page of consent as good as the consent, so that they are left out; and so is every question, because
 * there are many ways to write an address that asks the same.
 */
export function withoutTokens(logger: Logger | undefined): Logger {
  if (!logger) return false
  const options = typeof logger === 'object' ? logger : {}
  return {
    ...options,
    serializers: {
      ...options.serializers,
      req: describeRequest,
      err: (error: unknown) => ({ ...describeFault(error) }),
    },
  }
}

function describeRequest({ method, url, host, ip }: FastifyRequest) {
  return { method, url: maskToken(url), host, remoteAddress: ip }
}

/** In the address of the page, and in the question that the page asks. */
function maskToken(url: string): string {
  return url.replace(/^(\/invitations\/|\/join\/|[^?]*\?).*/s, '$1…')
}
