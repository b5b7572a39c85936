import { createServer, type IncomingHttpHeaders } from 'node:http'
import { takeNotification } from '@astralis/services/connections/take-notification'
import type { Runtime } from '@astralis/services/context'
import { listen } from './listen.ts'

export interface NotificationServer {
  /** Where notifications are taken, without a slash at the end. */
  url: string
  close: () => Promise<void>
}

/** Takes notifications of Google as the product's server does. */
export async function startNotificationServer(runtime: Runtime): Promise<NotificationServer> {
  const server = createServer((request, response) => {
    takeNotification(runtime, notificationIn(request.headers))
      .then((isOurs) => response.writeHead(isOurs ? 204 : 404).end())
      .catch(() => response.writeHead(503).end())
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function notificationIn(headers: IncomingHttpHeaders) {
  const valueOf = (name: string) => headers[`x-goog-${name}`]?.toString() ?? ''
  return {
    channelId: valueOf('channel-id'),
    token: valueOf('channel-token'),
    resourceId: valueOf('resource-id'),
    state: valueOf('resource-state'),
  }
}
