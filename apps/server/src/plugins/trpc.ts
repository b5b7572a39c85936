import type { ApiContext } from '@astralis/api/context'
import { type AppRouter, appRouter } from '@astralis/api/router'
import { toTrpcError } from '@astralis/api/map-error'
import { addressBlock } from '@astralis/core/access/address-block'
import { authenticateSession } from '@astralis/services/auth/sessions'
import type { GoogleServices } from '@astralis/services/auth/google-services'
import type { CalendarServices } from '@astralis/services/connections/calendar-services'
import type { Actor, Runtime } from '@astralis/services/context'
import { ServiceError } from '@astralis/services/errors'
import type { ChangeFeed } from '@astralis/services/live/change-feed'
import type { RankingModel } from '@astralis/services/ports'
import { authenticateApiToken } from '@astralis/services/tokens/authenticate-api-token'
import { TRPCError } from '@trpc/server'
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readApiToken } from './api-token.ts'
import { keepGoogleAttempt } from './google-cookie.ts'
import { readSessionToken, setSessionCookie } from './session-cookie.ts'
import { allowedOrigins, isOriginAllowed } from './request-origin.ts'

const MAX_BATCH = 10

/** Beside what tRPC says to proxies, which must neither keep nor collect it: as every answer, it is for nobody's store. */
const STREAM_HEADERS = { 'cache-control': 'no-store, no-transform' }

interface TrpcOptions {
  runtime: Runtime
  publicUrl: string
  rankingModel: RankingModel | null
  usesOutbox: boolean
  google: GoogleServices
  calendars: CalendarServices
  feed: ChangeFeed
  usesDemoCalendars: boolean
}

/** The typed API at `/trpc`. Unknown faults are masked for the caller and logged whole. */
export async function registerTrpc(app: FastifyInstance, options: TrpcOptions): Promise<void> {
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    // A question about thousands of people is longer than an address may be: it is asked by POST.
    allowMethodOverride: true,
    // Otherwise one request could be any number of them.
    maxBatchSize: MAX_BATCH,
    createContext: contextFactory(options),
    responseMeta({ errors, type }) {
      if (type === 'subscription') return { headers: STREAM_HEADERS }
      const seconds = Math.max(...errors.map(retryAfterSeconds))
      return seconds > 0 ? { headers: { 'retry-after': String(seconds) } } : {}
    },
    onError({ error, path, req }) {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        req.log.error({ err: error.cause ?? error, path }, 'A procedure failed.')
    },
  }
  await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions })
}

/** RFC 9110, 10.2.3: in seconds; 0 for an error that says nothing of it. */
function retryAfterSeconds({ cause }: TRPCError): number {
  return cause instanceof ServiceError ? (cause.details.retryAfterSeconds ?? 0) : 0
}

function contextFactory({ runtime, publicUrl, ...services }: TrpcOptions) {
  const allowed = allowedOrigins(publicUrl)
  const secure = publicUrl.startsWith('https:')

  return async ({ req, res }: { req: FastifyRequest; res: FastifyReply }): Promise<ApiContext> => {
    const apiToken = readApiToken(req)
    // Whoever sends an API token is nobody else, even with a cookie beside it.
    const sessionToken = apiToken === null ? readSessionToken(req) : null
    if (req.method !== 'GET') requireOwnJson(req, sessionToken !== null, allowed)
    const signedIn = await authenticate(runtime, { apiToken, sessionToken })
    return {
      ...runtime,
      ...services,
      publicUrl: publicUrl.replace(/\/+$/, ''),
      actor: signedIn?.actor ?? null,
      sessionToken,
      hasApiToken: apiToken !== null,
      origin: `${apiToken === null ? 'web' : 'api'} ${req.ip}${signedIn?.tokenName ? ` ${signedIn.tokenName}` : ''}`,
      address: addressBlock(req.ip),
      userAgent: req.headers['user-agent'] ?? '',
      requestId: req.id,
      setSession: (session) => setSessionCookie(res, session, { now: runtime.clock(), secure }),
      keepGoogleAttempt: (cookie) => keepGoogleAttempt(res, cookie, secure),
    }
  }
}

interface Credentials {
  apiToken: string | null
  sessionToken: string | null
}

async function authenticate(
  runtime: Runtime,
  { apiToken, sessionToken }: Credentials,
): Promise<{ actor: Actor; tokenName?: string } | null> {
  if (apiToken !== null) return authenticateApiToken(runtime, apiToken)
  const actor = sessionToken === null ? null : await authenticateSession(runtime, sessionToken)
  return actor && { actor }
}

/** A foreign page can send forms, multipart and plain text with our cookie; only JSON makes the browser ask us first. */
function requireOwnJson({ headers }: FastifyRequest, hasCookie: boolean, allowed: Set<string>): void {
  if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
    throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send application/json.' })
  if (isOriginAllowed(headers, hasCookie, allowed)) return
  const cause = new ServiceError(
    'ORIGIN_NOT_ALLOWED',
    'Changes must come from a page of this product. Set the Origin header to its address.',
  )
  throw toTrpcError(new TRPCError({ code: 'FORBIDDEN', cause }))
}
