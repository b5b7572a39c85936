import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import type { GoogleServices } from '@astralis/services/auth/google-services'
import type { CalendarServices } from '@astralis/services/connections/calendar-services'
import type { Runtime } from '@astralis/services/context'
import { openChangeFeed } from '@astralis/services/live/change-feed'
import type { LiveLimits } from '@astralis/services/live/live-limits'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { createOpenAiRankingModel, type OpenAiSettings } from './adapters/openai-ranking-model.ts'
import { registerHealth } from './plugins/health.ts'
import { registerMetrics } from './plugins/metrics.ts'
import { withoutTokens } from './plugins/request-log.ts'
import { registerSecurityHeaders } from './plugins/security-headers.ts'
import { registerTrpc } from './plugins/trpc.ts'
import { registerWeb } from './plugins/web.ts'
import { registerCalendarCallback } from './routes/calendar-callback.ts'
import { registerGoogleSignIn } from './routes/google-sign-in.ts'
import { registerNotifications } from './routes/notifications.ts'
import { registerOpenApi } from './routes/openapi.ts'

export interface AppOptions {
  runtime: Runtime
  publicUrl: string
  /** Null: suggestions are ranked by their score alone. */
  openAi: OpenAiSettings | null
  /** Mail stays in the outbox, which the web app shows then. */
  usesOutbox: boolean
  /** Signing in with Google. */
  google: GoogleServices
  calendars: CalendarServices
  /** Calendars are linked to a stand-in of their service, which the web app says then. */
  usesDemoCalendars: boolean
  /** Addresses and ranges whose word is taken for where a request comes from; of nobody, when it is empty. */
  trustedProxies: string[]
  live: LiveLimits
  /** The folder of the built web app; without one only the API answers. */
  webRoot: string | undefined
  logger: FastifyServerOptions['logger']
}

const MAX_BODY_BYTES = 1024 * 1024

/** Smaller answers, such as one event, gain less than compressing costs. */
const MIN_COMPRESSED_BYTES = 4096

/** The whole server, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { runtime, publicUrl, openAi, usesOutbox, google, calendars, usesDemoCalendars, webRoot, logger } = options
  const app = Fastify({
    logger: withoutTokens(logger),
    // Everybody else could write any address into X-Forwarded-For.
    trustProxy: options.trustedProxies.length > 0 && options.trustedProxies,
    bodyLimit: MAX_BODY_BYTES,
    genReqId: () => randomUUID(),
    // Open event streams would otherwise keep `close` waiting for ever.
    forceCloseConnections: true,
  })
  app.removeAllContentTypeParsers()
  await app.register(cookie)
  await app.register(compress, { threshold: MIN_COMPRESSED_BYTES })
  await registerSecurityHeaders(app, publicUrl)
  const feed = openChangeFeed({
    db: runtime.db,
    limits: options.live,
    onFailure: (error) => app.log.warn({ err: error }, 'No look for changes was possible.'),
  })
  app.addHook('preClose', async () => feed.close())
  registerMetrics(app, feed)
  registerHealth(app, runtime.db)
  const warn = (problem: string) => app.log.warn({ problem }, 'The model could not rank suggestions; the score did.')
  const rankingModel = openAi && createOpenAiRankingModel(openAi, warn)
  await registerTrpc(app, { runtime, publicUrl, rankingModel, usesOutbox, google, calendars, feed, usesDemoCalendars })
  registerCalendarCallback(app, { runtime: { ...runtime, calendars }, publicUrl })
  registerGoogleSignIn(app, { runtime, google, publicUrl })
  await registerNotifications(app, runtime)
  registerOpenApi(app)
  if (webRoot !== undefined) await registerWeb(app, webRoot)
  return app
}
