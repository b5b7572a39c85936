import type { Channel } from '@astralis/services/ports'

export interface OutboxSettings {
  publicUrl: string
}

/** For a start without a mail service: what was stored to be sent is what the browser shows, so it never leaves. */
export function createOutboxChannel({ publicUrl }: OutboxSettings): Channel {
  return {
    name: 'outbox',
    sender: { email: `scheduling@${new URL(publicUrl).hostname}`, name: 'AstralisOps' },
    keyHours: Infinity,
    concurrency: 50,
    send: () => Promise.resolve(),
  }
}
