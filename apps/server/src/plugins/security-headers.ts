import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * No inline scripts, no framing, nothing from other origins; HTTPS only where the product is reached by it. What does not
 * say that it may be kept is kept by nobody.
 */
export async function registerSecurityHeaders(app: FastifyInstance, publicUrl: string): Promise<void> {
  const isHttps = publicUrl.startsWith('https:')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    // It would be answered with the request itself, cookie and all (RFC 9110, 9.3.8).
    if (request.method === 'TRACE') await reply.code(405).send({ message: 'TRACE is not answered.' })
  })
  await app.register(helmet, {
    hsts: isHttps,
    // What frame-ancestors says, for browsers that do not read it.
    frameguard: { action: 'deny' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Toasts and the calendar set styles at run time; scripts get no such exception.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  })
}
