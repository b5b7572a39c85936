import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './listen.ts'
import { readPayload, type Refusal, type ResendPayload } from './resend-payload.ts'

/** A mail that Resend has taken and will deliver. */
interface AcceptedMail {
  id: string
  key: string | undefined
  payload: ResendPayload
  /** Milliseconds since 1970. */
  acceptedAt: number
}

type Hook = (mail: { key: string | undefined; payload: ResendPayload }, connection: { drop: () => void }) => unknown

export interface ResendStandIn {
  /** What to set `RESEND_BASE_URL` to. */
  baseUrl: string
  /** The only key it knows. */
  apiKey: string
  /** Every mail that was accepted, in order. */
  accepted: AcceptedMail[]
  /** Every request with a right key, in order of arrival: its idempotency key. */
  requests: (string | undefined)[]
  /** Asked at every request before anything else is looked at, with its idempotency key; null lets it through. */
  refuse: (key: string | undefined) => Refusal | null
  /** Awaited with a valid request, before it is accepted and after it, when it is not yet answered. */
  beforeAccept: Hook
  afterAccept: Hook
  /** What each success says in its headers, such as how many requests are left. */
  headers: Record<string, string>
  /** Its clock, in milliseconds since 1970. */
  now: () => number
  close: () => Promise<void>
}

/** What Resend says to one request too many in a second. */
export function rateLimited(retryAfter: number | string): Refusal {
  const message = 'Too many requests. Please limit the number of requests per second.'
  return { status: 429, name: 'rate_limit_exceeded', message, headers: { 'retry-after': `${retryAfter}` } }
}

/** What Resend says when it is not well. */
export function outage(status = 500): Refusal {
  return { status, name: 'application_error', message: 'An unexpected error occurred.' }
}

const KEY_LIFETIME_MS = 24 * 3600 * 1000

interface UsedKey {
  body: string
  /** Null while its first request is in progress. */
  accepted: AcceptedMail | null
}

/** A local server with the documented behaviour of Resend's `POST /emails`. Clients may vanish at any moment. */
export async function startResendStandIn(apiKey = `re_${randomUUID()}`): Promise<ResendStandIn> {
  const keys = new Map<string, UsedKey>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const key = request.headers['idempotency-key']?.toString()
    if (`${request.method} ${request.url}` !== 'POST /emails') {
      return send(response, { status: 404, name: 'not_found', message: 'The requested endpoint does not exist.' })
    }
    const refusal = refuseKey(request.headers.authorization, apiKey) ?? standIn.refuse(key)
    standIn.requests.push(key)
    const payload = refusal ?? refuseIdempotencyKey(key) ?? readPayload(body)
    if ('status' in payload) return send(response, payload)
    const used = key === undefined ? undefined : findUsed(key)
    if (used) return answerAgain(response, used, body)
    await accept({ key, body, payload }, response)
  }

  function findUsed(key: string): UsedKey | undefined {
    const used = keys.get(key)
    const isForgotten = used?.accepted && standIn.now() - used.accepted.acceptedAt >= KEY_LIFETIME_MS
    return isForgotten ? undefined : used
  }

  async function accept(
    { key, body, payload }: { key: string | undefined; body: string; payload: ResendPayload },
    response: ServerResponse,
  ): Promise<void> {
    const used: UsedKey = { body, accepted: null }
    if (key !== undefined) keys.set(key, used)
    const connection = { drop: () => void response.destroy() }
    await standIn.beforeAccept({ key, payload }, connection)
    used.accepted = { id: randomUUID(), key, payload, acceptedAt: standIn.now() }
    standIn.accepted.push(used.accepted)
    await standIn.afterAccept({ key, payload }, connection)
    sendJson(response, 200, { id: used.accepted.id }, standIn.headers)
  }

  const server = createServer((request, response) => {
    // Whoever asked may be gone: then there is nobody to answer.
    answer(request, response).catch(() => response.destroy())
  })
  const standIn: ResendStandIn = {
    baseUrl: `http://127.0.0.1:${await listen(server)}`,
    apiKey,
    accepted: [],
    requests: [],
    refuse: () => null,
    beforeAccept: () => {},
    afterAccept: () => {},
    headers: {},
    now: () => Date.now(),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return standIn
}

function refuseKey(authorization: string | undefined, apiKey: string): Refusal | null {
  if (!authorization) return { status: 401, name: 'missing_api_key', message: 'Missing API key.' }
  if (authorization === `Bearer ${apiKey}`) return null
  return { status: 403, name: 'invalid_api_key', message: 'API key is invalid.' }
}

function refuseIdempotencyKey(key: string | undefined): Refusal | null {
  if (key === undefined || (key.length >= 1 && key.length <= 256)) return null
  return { status: 400, name: 'invalid_idempotency_key', message: 'The key must be between 1-256 chars.' }
}

function answerAgain(response: ServerResponse, { body, accepted }: UsedKey, again: string): void {
  if (body !== again) {
    const message = 'Same idempotency key used with a different request payload.'
    return send(response, { status: 409, name: 'invalid_idempotent_request', message })
  }
  if (accepted) return sendJson(response, 200, { id: accepted.id })
  const message = 'Same idempotency key used while original request is still in progress.'
  return send(response, { status: 409, name: 'concurrent_idempotent_requests', message })
}

function send(response: ServerResponse, { status, name, message, headers }: Refusal): void {
  sendJson(response, status, { statusCode: status, name, message }, headers)
}

function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
