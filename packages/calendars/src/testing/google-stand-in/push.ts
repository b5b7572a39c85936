import { z } from 'zod'
import { badRequest, GoogleError, notFound } from './google-error.ts'

const WEEK_MS = 7 * 86_400_000

export interface Channel {
  id: string
  token: string | null
  address: string
  calendarId: string
  resourceId: string
  email: string
  expiresAt: number
  messages: number
}

export interface Delivery {
  channelId: string
  state: 'sync' | 'exists'
  messageNumber: number
  isDropped: boolean
  /** Null while it is under way, and where nobody answered. */
  status: number | null
}

interface PushOptions {
  now: () => number
  apiRootUrl: () => string
  /** Takes http: addresses of this machine, which Google never does. */
  allowsLocalHttp: boolean
}

const bodySchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9\-_+/=]{1,64}$/),
  type: z.enum(['web_hook', 'webhook']),
  address: z.string(),
  token: z.string().max(256).nullish(),
  expiration: z.coerce.number().nullish(),
  params: z.object({ ttl: z.coerce.number().nullish() }).nullish(),
})

/** Notification channels: events.watch, channels.stop, and the messages. */
export class Push {
  readonly channels = new Map<string, Channel>()
  readonly deliveries: Delivery[] = []
  /** Messages are lost while this is true. */
  drops = false
  readonly #options: PushOptions
  readonly #changed = new Set<string>()
  readonly #underWay = new Set<Promise<void>>()

  constructor(options: PushOptions) {
    this.#options = options
  }

  /** events.watch. Throws GoogleError. */
  watch(email: string, calendarId: string, body: unknown): object {
    const { success, data } = bodySchema.safeParse(body)
    if (!success) throw badRequest('Invalid channel.')
    const isLocal = this.#options.allowsLocalHttp && /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(data.address)
    if (!isLocal && !data.address.startsWith('https://'))
      throw new GoogleError(400, 'push.webhookUrlNotHttps', `WebHook callback must be HTTPS: ${data.address}`)
    if (this.channels.has(data.id)) throw new GoogleError(400, 'channelIdNotUnique', `Channel id ${data.id} not unique`)
    const now = this.#options.now()
    const wanted = data.expiration ?? (data.params?.ttl ? now + data.params.ttl * 1000 : now + WEEK_MS)
    const channel: Channel = {
      id: data.id,
      token: data.token ?? null,
      address: data.address,
      calendarId,
      resourceId: Buffer.from(calendarId).toString('base64url'),
      email,
      expiresAt: Math.min(wanted, now + WEEK_MS),
      messages: 0,
    }
    this.channels.set(channel.id, channel)
    this.#send(channel, 'sync')
    return {
      kind: 'api#channel',
      id: channel.id,
      resourceId: channel.resourceId,
      resourceUri: this.#resourceUri(channel),
      token: channel.token ?? undefined,
      expiration: String(channel.expiresAt),
    }
  }

  /** channels.stop. Throws GoogleError. */
  stop(email: string, body: unknown): void {
    const { data } = z.object({ id: z.string(), resourceId: z.string() }).safeParse(body)
    if (!data) throw badRequest('Required', 'required')
    const channel = this.channels.get(data.id)
    if (channel?.resourceId !== data.resourceId || channel.email !== email) throw notFound()
    this.channels.delete(data.id)
  }

  /** Tells the channels of a calendar, once for all changes of a moment. */
  changed(calendarId: string): void {
    if (this.#changed.size === 0) setImmediate(() => this.#flush())
    this.#changed.add(calendarId)
  }

  /** Resolves when no message is under way. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    await Promise.all(this.#underWay)
  }

  #flush(): void {
    const changed = new Set(this.#changed)
    this.#changed.clear()
    for (const channel of this.channels.values()) if (changed.has(channel.calendarId)) this.#send(channel, 'exists')
  }

  #send(channel: Channel, state: Delivery['state']): void {
    if (channel.expiresAt <= this.#options.now()) {
      this.channels.delete(channel.id)
      return
    }
    // The first is 1; others are "larger", not the next (Google: "Receive notifications").
    channel.messages += channel.messages === 0 ? 1 : 7
    const { id: channelId, messages: messageNumber } = channel
    const delivery: Delivery = { channelId, state, messageNumber, isDropped: this.drops, status: null }
    this.deliveries.push(delivery)
    if (this.drops) return
    const headers: Record<string, string> = {
      'X-Goog-Channel-ID': channel.id,
      'X-Goog-Channel-Expiration': new Date(channel.expiresAt).toUTCString(),
      'X-Goog-Message-Number': String(messageNumber),
      'X-Goog-Resource-ID': channel.resourceId,
      'X-Goog-Resource-State': state,
      'X-Goog-Resource-URI': this.#resourceUri(channel),
      ...(channel.token === null ? {} : { 'X-Goog-Channel-Token': channel.token }),
    }
    const sent = this.#post(channel.address, headers, delivery).finally(() => this.#underWay.delete(sent))
    this.#underWay.add(sent)
  }

  async #post(address: string, headers: Record<string, string>, delivery: Delivery): Promise<void> {
    try {
      const response = await fetch(address, { method: 'POST', headers, signal: AbortSignal.timeout(5000) })
      delivery.status = response.status
      await response.arrayBuffer()
    } catch {
      // Nobody listens there (any more). Google tries again for a while, which nobody may rely on.
    }
  }

  #resourceUri({ calendarId }: Channel): string {
    return `${this.#options.apiRootUrl()}calendar/v3/calendars/${encodeURIComponent(calendarId)}/events?alt=json`
  }
}
