import { readEventBody } from './event-body.ts'
import { badRequest, GoogleError, invalidCredentials, notFound } from './google-error.ts'
import type { AccessToken, Grants } from './grants.ts'
import { findEvent } from './instances.ts'
import { listEvents, listInstances } from './list-events.ts'
import type { Actor, Role, StoredCalendar, WriteKind } from './model.ts'
import type { Push } from './push.ts'
import { renderEvent } from './render-event.ts'
import { ALLOWS } from './scopes.ts'
import { calendarFor, type Store } from './store.ts'
import { changeEvent, deleteEvent, insertEvent } from './write-events.ts'

export interface ApiContext {
  store: Store
  grants: Grants
  push: Push
  writes: Record<WriteKind, number>
  pageCap: () => number
}

export interface ApiRequest {
  query: URLSearchParams
  ifMatch: string | undefined
  /** Parsed JSON; undefined where there is none. */
  body: unknown
  email: string
  scopes: readonly string[]
}

export interface ApiRoute {
  /** The name of the method, as Google's reference has it. */
  method: string
  answer: (context: ApiContext, request: ApiRequest) => object | null
}

const RANK: Record<Role, number> = { freeBusyReader: 0, reader: 1, writer: 2, owner: 3 }

/** The method behind a path below `/calendar/v3`, or null. Null answers have no content. */
export function findRoute(verb: string, path: string): ApiRoute | null {
  const parts = path.split('/').slice(1).map(decodeURIComponent)
  const [root, id = '', events, eventId, last] = parts
  if (path === '/users/me/calendarList' && verb === 'GET') return { method: 'calendarList', answer: listCalendars }
  if (path === '/channels/stop' && verb === 'POST') return { method: 'stop', answer: stop }
  if (root !== 'calendars' || parts.length > 5) return null
  if (parts.length === 2 && verb === 'GET') return { method: 'calendar', answer: (...args) => getCalendar(...args, id) }
  if (events !== 'events') return null
  if (eventId === undefined) {
    if (verb === 'GET') return { method: 'list', answer: (...args) => list(...args, id) }
    if (verb === 'POST') return { method: 'insert', answer: (...args) => insert(...args, id) }
    return null
  }
  if (last === 'instances' && verb === 'GET')
    return { method: 'instances', answer: (...args) => list(...args, id, eventId) }
  if (last !== undefined) return null
  if (verb === 'POST' && eventId === 'watch') return { method: 'watch', answer: (...args) => watch(...args, id) }
  if (verb === 'GET') return { method: 'get', answer: (...args) => get(...args, id, eventId) }
  if (verb === 'PATCH') return { method: 'patch', answer: (...args) => change(...args, 'patch', id, eventId) }
  if (verb === 'PUT') return { method: 'update', answer: (...args) => change(...args, 'update', id, eventId) }
  if (verb === 'DELETE') return { method: 'delete', answer: (...args) => remove(...args, id, eventId) }
  return null
}

/** Whose token it is. Throws GoogleError. */
export function authenticate(grants: Grants, authorization: string | undefined, now: number): AccessToken {
  const token = grants.accessTokens.get(/^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '')
  if (!token || token.expiresAt <= now) throw invalidCredentials()
  return token
}

function allow({ scopes }: ApiRequest, sufficient: readonly string[]): void {
  if (!scopes.some((scope) => sufficient.includes(scope)))
    throw new GoogleError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', {
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
    })
}

function open({ store }: ApiContext, { email }: ApiRequest, id: string, needed: Role): StoredCalendar {
  const calendar = calendarFor(store, email, id)
  if (RANK[calendar.roles[email] ?? 'freeBusyReader'] < RANK[needed])
    throw new GoogleError(403, 'requiredAccessLevel', `You need to have ${needed} access to this calendar.`, {
      domain: 'calendar',
    })
  return calendar
}

function listCalendars({ store, pageCap }: ApiContext, request: ApiRequest): object {
  allow(request, ALLOWS.listCalendars)
  const { email, query } = request
  const needed = query.get('minAccessRole')
  const all = [...store.calendars.values()].filter(({ roles }) => {
    const role = roles[email]
    return (
      role !== undefined &&
      (needed === null || RANK[role] >= (Object.entries(RANK).find(([name]) => name === needed)?.[1] ?? 0))
    )
  })
  const size = Math.min(Number(query.get('maxResults') ?? 100), 250, pageCap())
  const at = Number(query.get('pageToken') ?? 0)
  if (!(size >= 1) || !Number.isInteger(at)) throw badRequest('Invalid page token value.')
  return {
    kind: 'calendar#calendarList',
    etag: `"p${store.version}"`,
    nextPageToken: at + size < all.length ? String(at + size) : undefined,
    items: all.slice(at, at + size).map((calendar) => ({
      kind: 'calendar#calendarListEntry',
      etag: '"1"',
      id: calendar.id,
      summary: calendar.summary,
      timeZone: calendar.timeZone,
      selected: true,
      accessRole: calendar.roles[email],
      primary: calendar.id === email ? true : undefined,
      defaultReminders: [],
    })),
  }
}

function getCalendar(context: ApiContext, request: ApiRequest, id: string): object {
  allow(request, ALLOWS.getCalendar)
  const { id: calendarId, summary, timeZone } = open(context, request, id, 'freeBusyReader')
  return { kind: 'calendar#calendar', etag: '"1"', id: calendarId, summary, timeZone }
}

function list(context: ApiContext, request: ApiRequest, id: string, seriesId?: string): object {
  allow(request, ALLOWS.readEvents)
  const calendar = open(context, request, id, 'reader')
  const accessRole = calendar.roles[request.email] ?? 'reader'
  const { query } = request
  const listed = { calendar, query, accessRole, pageCap: context.pageCap(), now: context.store.now() }
  return seriesId === undefined ? listEvents(listed) : listInstances(listed, seriesId)
}

function get(context: ApiContext, request: ApiRequest, id: string, eventId: string): object {
  allow(request, ALLOWS.readEvents)
  const calendar = open(context, request, id, 'reader')
  const event = findEvent(calendar, eventId)
  if (!event) throw notFound()
  return renderEvent(calendar, event, request.query.get('timeZone') ?? undefined)
}

function insert(context: ApiContext, request: ApiRequest, id: string): object {
  const calendar = openToWrite(context, request, id)
  const event = insertEvent(context.store, calendar, actorOf(request), readEventBody(request.body))
  context.writes.insert += 1
  return renderEvent(calendar, event)
}

function change(
  context: ApiContext,
  request: ApiRequest,
  kind: 'patch' | 'update',
  id: string,
  eventId: string,
): object {
  const calendar = openToWrite(context, request, id)
  const { ifMatch } = request
  const written = { id: eventId, body: readEventBody(request.body), isPatch: kind === 'patch', ifMatch }
  const event = changeEvent(context.store, calendar, actorOf(request), written)
  context.writes[kind] += 1
  return renderEvent(calendar, event)
}

function remove(context: ApiContext, request: ApiRequest, id: string, eventId: string): null {
  const calendar = openToWrite(context, request, id)
  deleteEvent(context.store, calendar, actorOf(request), { id: eventId, ifMatch: request.ifMatch })
  context.writes.delete += 1
  return null
}

function openToWrite(context: ApiContext, request: ApiRequest, id: string): StoredCalendar {
  allow(request, ALLOWS.writeEvents)
  return open(context, request, id, 'writer')
}

function watch(context: ApiContext, request: ApiRequest, id: string): object {
  allow(request, ALLOWS.readEvents)
  const calendar = open(context, request, id, 'reader')
  return context.push.watch(request.email, calendar.id, request.body)
}

function stop({ push }: ApiContext, request: ApiRequest): null {
  allow(request, ALLOWS.readEvents)
  push.stop(request.email, request.body)
  return null
}

function actorOf({ email, query }: ApiRequest): Actor {
  const sendUpdates = query.get('sendUpdates') ?? (query.get('sendNotifications') === 'true' ? 'all' : 'none')
  if (sendUpdates !== 'all' && sendUpdates !== 'externalOnly' && sendUpdates !== 'none')
    throw badRequest(`Invalid value for sendUpdates: ${sendUpdates}`)
  return { email, sendUpdates, writesConferences: query.get('conferenceDataVersion') === '1' }
}
