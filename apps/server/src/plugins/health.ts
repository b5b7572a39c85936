import type { Database } from '@astralis/db/client'
import { isReachable } from '@astralis/db/queries/health'
import type { FastifyInstance } from 'fastify'

/** `live`: the process answers. `ready`: it also reaches the database, so it may be sent requests. */
export function registerHealth(app: FastifyInstance, db: Database): void {
  app.get('/health/live', () => ({ status: 'ok' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      await isReachable(db)
      return { status: 'ok' }
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer.')
      return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' })
    }
  })
}
