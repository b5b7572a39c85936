import { isTimeZone } from '@astralis/core/time/time-zone'
import { badRequest, fullSyncRequired } from './google-error.ts'
import type { StoredCalendar } from './model.ts'

export const NOT_WITH_SYNC_TOKEN = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'q',
  'sharedExtendedProperty',
  'timeMin',
  'timeMax',
  'updatedMin',
]
/** Where a list is, and how much of it: everything else has to be repeated as it was. */
const NOT_PART_OF_THE_LIST = new Set(['pageToken', 'syncToken', 'maxResults', 'key', 'alt', 'prettyPrint', 'fields'])

/** What page tokens and sync tokens stand for. */
export interface Place {
  kind: 'page' | 'sync'
  calendar: string
  /** Of the parameters that must be the same. */
  list: string
  epoch: number
  /** Incremental: the place in the log where it begins; null for a full list. */
  since: number | null
  /** The place in the log that the next sync token stands for. */
  until: number
  at: number
  /** The first is 1. */
  page: number
}

/** Where a list begins or goes on. Throws GoogleError. */
export function readPlace(calendar: StoredCalendar, query: URLSearchParams): Place {
  const list = JSON.stringify(
    [...query].filter(([name]) => !NOT_PART_OF_THE_LIST.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
  const [pageToken, syncToken] = [query.get('pageToken'), query.get('syncToken')]
  const zone = query.get('timeZone')
  if (zone !== null && !isTimeZone(zone)) throw badRequest(`Invalid value for timeZone: ${zone}`)
  if (query.get('orderBy') === 'startTime' && query.get('singleEvents') !== 'true')
    throw badRequest('The requested ordering is not available for the particular query.')
  if (syncToken !== null) {
    const refused = NOT_WITH_SYNC_TOKEN.find((name) => query.has(name))
    if (refused !== undefined || query.get('showDeleted') === 'false')
      throw badRequest(`Sync token cannot be used with ${refused ?? 'showDeleted=false'}.`)
  }
  if (pageToken !== null) {
    const place = parsePlace(pageToken)
    if (place?.kind !== 'page' || place.calendar !== calendar.id || place.list !== list)
      throw badRequest('Invalid page token value.')
    if (place.since !== null && place.epoch !== calendar.syncEpoch) throw fullSyncRequired()
    return place
  }
  const start = {
    kind: 'page',
    calendar: calendar.id,
    list,
    epoch: calendar.syncEpoch,
    until: calendar.log.length,
    page: 1,
  } as const
  if (syncToken === null) return { ...start, since: null, at: 0 }
  const place = parsePlace(syncToken)
  if (place?.kind !== 'sync' || place.calendar !== calendar.id) throw badRequest('Invalid sync token value.')
  if (place.epoch !== calendar.syncEpoch) throw fullSyncRequired()
  if (withoutTimes(place.list) !== withoutTimes(list))
    throw badRequest('Sync token is incompatible with the parameters of the request.')
  return { ...start, since: place.at, at: place.at }
}

/** The first list may have had bounds, which the incremental one must not repeat. */
function withoutTimes(list: string): string {
  const pairs: string[][] = JSON.parse(list)
  return JSON.stringify(pairs.filter(([name]) => name !== 'timeMin' && name !== 'timeMax' && name !== 'showDeleted'))
}

export function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

function parsePlace(token: string): Place | null {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return null
  }
}

/** Which page of its list a request asks for. */
export function pageNumber(query: URLSearchParams): number {
  const token = query.get('pageToken')
  return token === null ? 1 : (parsePlace(token)?.page ?? 1)
}
