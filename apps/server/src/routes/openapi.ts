import { createHash } from 'node:crypto'
import { openApiDocument } from '@astralis/api/openapi/openapi-document'
import type { FastifyInstance } from 'fastify'

/** The OpenAPI document. It changes only with the product, and tells nothing of anybody: everybody may read and keep it. */
export function registerOpenApi(app: FastifyInstance): void {
  let known: { text: string; etag: string } | undefined

  app.get('/api/openapi.json', async (request, reply) => {
    known ??= writeDocument()
    const { text, etag } = known
    void reply.header('cache-control', 'public, max-age=300').header('etag', etag)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('application/json').send(text)
  })
}

/** Takes as long as many requests, so that only the first one waits for it. */
function writeDocument() {
  const text = openApiDocument()
  return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"` }
}
