import type { IncomingHttpHeaders } from 'node:http'
import { takeNotification } from '@astralis/services/connections/take-notification'
import type { Runtime } from '@astralis/services/context'
import type { FastifyInstance } from 'fastify'

/** Notifications have no body. */
const MAX_BODY_BYTES = 1024

/**
 * Google tells that a calendar has changed: headers alone, no body. The answer comes at once, the calendar is read by a
 * worker. What is not of a channel of ours gets 404, whatever is wrong with it, and does nothing.
 */
export async function registerNotifications(app: FastifyInstance, runtime: Runtime): Promise<void> {
  // In a scope of its own: nowhere else is any content type taken.
  await app.register(async (scope) => {
    scope.addContentTypeParser('*', { bodyLimit: MAX_BODY_BYTES, parseAs: 'buffer' }, (_request, _body, done) =>
      done(null),
    )
    scope.post('/api/calendar/notifications/google', async ({ headers }, reply) => {
      const isOurs = await takeNotification(runtime, {
        channelId: headerOf(headers, 'x-goog-channel-id'),
        token: headerOf(headers, 'x-goog-channel-token'),
        resourceId: headerOf(headers, 'x-goog-resource-id'),
        state: headerOf(headers, 'x-goog-resource-state'),
      })
      return isOurs ? reply.code(200).send() : reply.code(404).send({ message: 'There is no such channel.' })
    })
  })
}

function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}
