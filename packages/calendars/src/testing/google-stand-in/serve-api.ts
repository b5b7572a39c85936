import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { authenticate, findRoute, type ApiContext } from './calendar-api.ts'
import type { Fault, Faults } from './faults.ts'
import { badRequest, GoogleError, invalidCredentials, notFound } from './google-error.ts'
import { sendJson } from './http.ts'
import { pageNumber } from './list-place.ts'
import { selectFields } from './partial-response.ts'
import type { Quota } from './quota.ts'
import { answerRevoke, answerToken, type JsonAnswer, type OAuthContext } from './token-endpoint.ts'

/** A request that came in, for tests to look at. */
export interface SeenRequest {
  verb: string
  /** `insert`, `list` … as in Google's reference; `token`, `revoke`; `unknown`. */
  method: string
  path: string
  query: URLSearchParams
  email: string | null
  /** Epoch milliseconds */
  at: number
  /** Null while there is no answer. */
  status: number | null
}

export interface Serving {
  api: ApiContext
  oauth: OAuthContext
  faults: Faults
  quota: Quota
  seen: SeenRequest[]
}

/** What happens instead of, before or after what was asked. */
const BEFORE = new Set<Fault['kind']>(['hang-before', 'cut-before'])
const AFTER = new Set<Fault['kind']>(['hang-after', 'cut-after'])

function leaveAlone(fault: Fault, response: ServerResponse): void {
  if (fault.kind.startsWith('cut')) response.socket?.destroy()
}

function throwFault({ kind, status = 503, reason = 'userRateLimitExceeded', retryAfterSeconds }: Fault): void {
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }
  const limits = { domain: 'usageLimits', headers }
  if (kind === 'expired-token') throw invalidCredentials()
  if (kind === 'rate-limit') throw new GoogleError(403, reason, 'Rate Limit Exceeded', limits)
  if (kind === 'too-many-requests') throw new GoogleError(429, 'rateLimitExceeded', 'Rate Limit Exceeded', limits)
  if (kind === 'status') throw new GoogleError(status, 'backendError', 'Backend Error', { headers })
}

/** Answers what is below `/calendar/v3`. */
export async function serveApi(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  text: string,
): Promise<void> {
  const { api, quota, faults, seen } = serving
  const path = url.pathname.slice('/calendar/v3'.length)
  const query = url.searchParams
  const entry: SeenRequest = {
    verb: request.method ?? '',
    method: 'unknown',
    path,
    query,
    email: null,
    at: api.store.now(),
    status: null,
  }
  seen.push(entry)
  const tell = (status: number, body: object | null, headers: Record<string, string> = {}) => {
    entry.status = status
    sendJson(response, status, body, headers)
  }
  try {
    const route = findRoute(entry.verb, path)
    if (!route) throw notFound()
    entry.method = route.method
    const { email, scopes } = authenticate(api.grants, request.headers.authorization, api.store.now())
    entry.email = email
    const refused = quota.take(email)
    if (refused) throw new GoogleError(403, refused, 'Rate Limit Exceeded', { domain: 'usageLimits' })
    const fault = faults.take({ method: route.method, email, page: pageNumber(query) })
    if (fault && BEFORE.has(fault.kind)) return leaveAlone(fault, response)
    if (fault) throwFault(fault)
    if (fault?.kind === 'slow') await wait(fault.delayMs ?? 0)
    const body = text === '' ? undefined : parse(text)
    const answer = route.answer(api, { query, ifMatch: request.headers['if-match'], body, email, scopes })
    if (fault && AFTER.has(fault.kind)) return leaveAlone(fault, response)
    const headers = { 'Last-Modified': new Date(api.store.now()).toUTCString() }
    return tell(answer === null ? 204 : 200, answer && selectFields(answer, query.get('fields')), headers)
  } catch (error) {
    if (error instanceof GoogleError) return tell(error.status, error.toJSON(), error.options.headers)
    // Times that the stand-in can not reckon with are the request's.
    if (error instanceof RangeError || error instanceof URIError) {
      const refused = badRequest(error.message)
      return tell(refused.status, refused.toJSON())
    }
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('Parse Error', 'parseError')
  }
}

/** Answers `/token` and `/revoke`. */
export async function serveOAuth(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  text: string,
): Promise<void> {
  const { oauth, faults, seen } = serving
  const method = url.pathname.slice(1)
  const form = new URLSearchParams(text)
  const { pathname: path, searchParams: query } = url
  const entry: SeenRequest = {
    verb: request.method ?? '',
    method,
    path,
    query,
    email: null,
    at: oauth.now(),
    status: null,
  }
  seen.push(entry)
  const fault = faults.take({ method, email: null, page: 1 })
  if (fault && BEFORE.has(fault.kind)) return leaveAlone(fault, response)
  if (fault?.kind === 'slow') await wait(fault.delayMs ?? 0)
  const failed = failedAnswer(fault)
  const answer =
    failed ??
    (method === 'token'
      ? answerToken(oauth, request.headers, form)
      : answerRevoke(oauth, form.get('token') ?? query.get('token')))
  if (fault && AFTER.has(fault.kind)) return leaveAlone(fault, response)
  entry.status = answer.status
  return sendJson(response, answer.status, answer.body)
}

function failedAnswer(fault: Fault | null): JsonAnswer | null {
  if (fault?.kind === 'status')
    return { status: fault.status ?? 503, body: { error: 'internal_failure', error_description: 'Backend Error' } }
  if (fault?.kind === 'too-many-requests' || fault?.kind === 'rate-limit')
    return { status: 429, body: { error: 'rate_limit_exceeded', error_description: 'Rate Limit Exceeded' } }
  return null
}
