import { epochOfTime } from './event-time.ts'
import { badRequest, deleted, notFound } from './google-error.ts'
import { findEvent, instanceAt, instanceId, isOrphan, startsOf } from './instances.ts'
import { NOT_WITH_SYNC_TOKEN, readPlace, writePlace } from './list-place.ts'
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
  const all = isSync ? null : fullList(context)
  const items: StoredEvent[] = []
  let at = place.at
  if (all) for (; at < all.length && items.length < size; at++) items.push(...all.slice(at, at + 1))
  else
    for (; at < place.until && items.length < size; at++) {
      const event = calendar.events.get(calendar.log[at] ?? '')
      // Only the last change of each counts; what changed after the first page comes with the next list.
      if (event?.change === at) items.push(...(isTrue(query, 'singleEvents') ? expandChanged(context, event) : [event]))
    }
  const hasMore = at < (all?.length ?? place.until)
  const canSync =
    isSync || !NOT_WITH_SYNC_TOKEN.some((name) => name !== 'timeMin' && name !== 'timeMax' && query.has(name))
  return {
    ...header(context),
    nextPageToken: hasMore ? writePlace({ ...place, kind: 'page', at, page: place.page + 1 }) : undefined,
    nextSyncToken:
      !hasMore && canSync ? writePlace({ ...place, kind: 'sync', since: null, at: place.until }) : undefined,
    items: items.map((event) => renderEvent(calendar, event, query.get('timeZone') ?? undefined)),
  }
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

/** Everything that a full list shows, in a stable order: no deleted events, but cancelled exceptions of living series. */
function fullList(context: ListContext): StoredEvent[] {
  const { calendar, query } = context
  const isSingle = isTrue(query, 'singleEvents')
  const showsDeleted = isTrue(query, 'showDeleted') || query.has('updatedMin')
  const fits = filterOf(query)
  const found: StoredEvent[] = []
  for (const event of calendar.events.values()) {
    if (event.status === 'cancelled') {
      const isShown = event.recurringEventId !== undefined && !isSingle && !isOrphan(calendar, event)
      if (isShown || showsDeleted) found.push(event)
    } else if (isSingle && event.recurrence)
      found.push(...expand(context, event).filter(isVirtual(calendar)).filter(fits))
    else if (fits(event)) found.push(event)
  }
  if (query.get('orderBy') === 'startTime') found.sort((a, b) => epochOfTime(a.start) - epochOfTime(b.start))
  if (query.get('orderBy') === 'updated') found.sort((a, b) => a.change - b.change)
  return found
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
