import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Addresses that mean one thing or nothing; every other one is a page of the app. */
const NO_PAGE = /^\/(trpc|api|health|metrics|assets)(\/|$|\?)/

/** The built web app: its files, and its page for every other address, because the app routes by itself. */
export async function registerWeb(app: FastifyInstance, webRoot: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webRoot,
    cacheControl: false,
    setHeaders(reply, path) {
      // Names under assets/ carry a hash of their content.
      const isHashed = path.includes('/assets/')
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !NO_PAGE.test(request.url)
    return isPage
      ? reply.sendFile('index.html')
      : reply.code(404).send({ message: `There is nothing at ${request.url}.` })
  })
}
