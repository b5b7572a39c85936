import type { ChangeFeed } from '@astralis/services/live/change-feed'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const MILLISECONDS = 1000

/** `GET /metrics` in the Prometheus text format: the process, requests by route and status, and who listens for changes. */
export function registerMetrics(app: FastifyInstance, feed: Pick<ChangeFeed, 'countStreams'>): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [registry],
  })
  const streams: Gauge = new Gauge({
    name: 'live_streams_open',
    help: 'Pages and programs that are told of changes.',
    registers: [registry],
    collect: () => streams.set(feed.countStreams()),
  })
  app.addHook('onResponse', (request, reply, done) => {
    if (isStream(reply)) return done()
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }
    requests.observe(labels, reply.elapsedTime / MILLISECONDS)
    done()
  })
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
}

/** It lasts for as long as somebody listens, which says nothing of how fast we answer. */
function isStream(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('text/event-stream')
}
