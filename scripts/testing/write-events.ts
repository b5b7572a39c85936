import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { ApiClient } from './api-client.ts'

/** The week that the writers fill; they book over each other, so the rules against double booking are at work. */
export const WRITTEN_WEEK = { from: '2031-03-03T00:00:00Z', to: '2031-03-10T00:00:00Z' }

const WRITERS = 4
const RETRY_PAUSE_MS = 20

/** Clients that create events one after the other and carry on through every failure, until stopped. */
export function startWriting(api: ApiClient) {
  const acknowledged = new Set<string>()
  const progress = new EventEmitter()
  const stopping = new AbortController()

  async function write(writer: number): Promise<void> {
    for (let n = 0; !stopping.signal.aborted; n++) {
      const hour = String(8 + (n % 10)).padStart(2, '0')
      const day = `2031-03-0${3 + (n % 5)}`
      try {
        const { event } = await api.mutate<{ event: { id: string } }>('events.create', {
          title: `Write ${n} of client ${writer}`,
          startsAt: `${day}T${hour}:00:00Z`,
          endsAt: `${day}T${hour}:45:00Z`,
          participants: [{ email: 'guest@partner.example' }],
        })
        acknowledged.add(event.id)
        progress.emit('acknowledged')
      } catch {
        // Whoever was killed is not back yet.
        await delay(RETRY_PAUSE_MS)
      }
    }
  }

  const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
  return {
    acknowledged,
    /** Waits until `count` more events have been acknowledged. */
    async writes(count: number): Promise<void> {
      const target = acknowledged.size + count
      while (acknowledged.size < target) await once(progress, 'acknowledged')
    },
    async stop(): Promise<void> {
      stopping.abort()
      await Promise.all(writers)
    },
  }
}
