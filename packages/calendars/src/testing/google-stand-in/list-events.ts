import { epochOfTime } from './event-time.ts'
import { badRequest, deleted, notFound } from './google-error.ts'
import { findEvent, instanceAt, instanceId, isOrphan, startsOf } from './instances.ts'
import { NOT_WITH_SYNC_TOKEN, readPlace, writePlace, type Place } from './list-place.ts'
import type { StoredCalendar, StoredEvent } from './model.ts'
import { renderEvent } from './render-event.ts'

const DEFAULT_PAGE = 250
const LONGEST_PAGE = 2500
const YEAR = 366 * 86_400_000

export interface ListContext {
  calendar: StoredCalendar
  query: URLSearchParams
  accessRole: string
  /** Pages are no longer than this, whatever was asked for. */
  pageCap: number
  /** Epoch milliseconds: instances without bounds are those of the next years. */
  now: number
}

/** events.list. Throws GoogleError. */
export function listEvents(context: ListContext): object {
  const { calendar, query } = context
  const place = readPlace(calendar, query)
  const size = Math.min(readSize(query), context.pageCap)
  const isSync = place.since !== null
  const { items, next } = isSync ? changedItems(context, place, size) : fullItems(context, place, size)
  const canSync =
    isSync || !NOT_WITH_SYNC_TOKEN.some((name) => name !== 'timeMin' && name !== 'timeMax' && query.has(name))
  return {
    ...header(context),
    nextPageToken: next !== null ? writePlace({ ...place, kind: 'page', at: next, page: place.page + 1 }) : undefined,
    nextSyncToken:
      next === null && canSync ? writePlace({ ...place, kind: 'sync', since: null, at: place.until }) : undefined,
    items: items.map((event) => renderEvent(calendar, event, query.get('timeZone') ?? undefined)),
  }
}

/** A page, and where the next one begins; null after the last. */
interface Found {
  items: StoredEvent[]
  next: number | null
}

function changedItems(context: ListContext, { at: first, until }: Place, size: number): Found {
  const { calendar, query } = context
  const items: StoredEvent[] = []
  let at = first
  for (; at < until && items.length < size; at++) {
    const event = calendar.events.get(calendar.log[at] ?? '')
    // Only the last change of each counts; what changed after the first page comes with the next list.
    if (event?.change === at) items.push(...(isTrue(query, 'singleEvents') ? expandChanged(context, event) : [event]))
  }
  return { items, next: at < until ? at : null }
}

function fullItems(context: ListContext, { at }: Place, size: number): Found {
  const open = fullList(context).filter(({ position }) => position >= at)
  return { items: open.slice(0, size).map(({ event }) => event), next: open[size]?.position ?? null }
}

/** events.instances. Throws GoogleError. */
export function listInstances(context: ListContext, seriesId: string): object {
  const { calendar, query } = context
  const series = findEvent(calendar, seriesId)
  if (!series) throw notFound()
  if (series.status === 'cancelled') throw deleted()
  const place = readPlace(calendar, query)
  const size = Math.min(readSize(query), context.pageCap)
  const all = expand(context, series)
  return {
    ...header(context),
    nextPageToken:
      place.at + size < all.length
        ? writePlace({ ...place, kind: 'page', at: place.at + size, page: place.page + 1 })
        : undefined,
    items: all
      .slice(place.at, place.at + size)
      .map((event) => renderEvent(calendar, event, query.get('timeZone') ?? undefined)),
  }
}

function header({ calendar, accessRole }: ListContext) {
  return {
    kind: 'calendar#events',
    etag: `"p${calendar.log.length}"`,
    summary: calendar.summary,
    timeZone: calendar.timeZone,
    accessRole,
    defaultReminders: [],
  }
}

function isTrue(query: URLSearchParams, name: string): boolean {
  return query.get(name) === 'true'
}

function readSize(query: URLSearchParams): number {
  const written = query.get('maxResults')
  if (written === null) return DEFAULT_PAGE
  const size = Number(written)
  if (!Number.isInteger(size) || size < 1) throw badRequest(`Invalid value for maxResults: ${written}`)
  return Math.min(size, LONGEST_PAGE)
}

/**
 * Everything that a full list shows: no deleted events, but cancelled exceptions of living series. Positions stay the same
 * while events are deleted between two pages, or else others would be skipped.
 */
function fullList(context: ListContext): { event: StoredEvent; position: number }[] {
  const { calendar, query } = context
  const isSingle = isTrue(query, 'singleEvents')
  const showsDeleted = isTrue(query, 'showDeleted') || query.has('updatedMin')
  const fits = filterOf(query)
  const found: { event: StoredEvent; position: number }[] = []
  let position = -1
  for (const event of calendar.events.values()) {
    position += 1
    if (event.status === 'cancelled') {
      const isShown = event.recurringEventId !== undefined && !isSingle && !isOrphan(calendar, event)
      if (isShown || showsDeleted) found.push({ event, position })
    } else if (isSingle && event.recurrence)
      for (const instance of expand(context, event).filter(isVirtual(calendar)))
        found.push(...(fits(instance) ? [{ event: instance, position }] : []))
    else if (fits(event)) found.push({ event, position })
  }
  const orderBy = query.get('orderBy')
  if (orderBy === 'startTime') found.sort((a, b) => epochOfTime(a.event.start) - epochOfTime(b.event.start))
  if (orderBy === 'updated') found.sort((a, b) => a.event.change - b.event.change)
  return isSingle || orderBy !== null ? found.map(({ event }, index) => ({ event, position: index })) : found
}

const isVirtual = (calendar: StoredCalendar) => (event: StoredEvent) => !calendar.events.has(event.id)

function filterOf(query: URLSearchParams): (event: StoredEvent) => boolean {
  const bound = (name: string) => {
    const text = query.get(name)
    if (text === null) return null
    const epoch = Date.parse(text)
    if (Number.isNaN(epoch) || !/(Z|[+-]\d\d:\d\d)$/i.test(text)) throw badRequest(`Invalid value for ${name}: ${text}`)
    return epoch
  }
  const [timeMin, timeMax, updatedMin] = [bound('timeMin'), bound('timeMax'), bound('updatedMin')]
  if (timeMin !== null && timeMax !== null && timeMax <= timeMin)
    throw badRequest('The specified time range is empty.', 'timeRangeEmpty')
  const [uid, words] = [query.get('iCalUID'), query.get('q')?.toLowerCase()]
  const ofKind = (kind: 'private' | 'shared') => (event: StoredEvent) =>
    query.getAll(`${kind}ExtendedProperty`).every((pair) => {
      const [key = '', ...value] = pair.split('=')
      return event.extendedProperties?.[kind]?.[key] === value.join('=')
    })
  return (event) =>
    (timeMin === null || event.recurrence !== undefined || epochOfTime(event.end) > timeMin) &&
    (timeMax === null || epochOfTime(event.start) < timeMax) &&
    (updatedMin === null || Date.parse(event.updated) >= updatedMin) &&
    (uid === null || event.iCalUID === uid) &&
    (!words || `${event.summary} ${event.description} ${event.location}`.toLowerCase().includes(words)) &&
    ofKind('private')(event) &&
    ofKind('shared')(event)
}

/** The instances of a series, exceptions included; without bounds, those of the next years. */
function expand({ calendar, query, now }: ListContext, series: StoredEvent): StoredEvent[] {
  const [timeMin, timeMax] = [query.get('timeMin'), query.get('timeMax')]
  const length = epochOfTime(series.end) - epochOfTime(series.start)
  const from = timeMin === null ? 0 : Date.parse(timeMin) - length + 1
  const to = timeMax === null ? now + 2 * YEAR : Date.parse(timeMax)
  return startsOf(series, { from, to, limit: LONGEST_PAGE }).flatMap((epoch) => {
    const known = calendar.events.get(instanceId(series, epoch))
    if (known && !isOrphan(calendar, known))
      return known.status !== 'cancelled' || isTrue(query, 'showDeleted') ? known : []
    return instanceAt(calendar, series, epoch)
  })
}

function expandChanged(context: ListContext, event: StoredEvent): StoredEvent[] {
  if (!event.recurrence || event.status === 'cancelled') return [event]
  return expand(context, event).filter(isVirtual(context.calendar))
}
