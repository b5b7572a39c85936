import { calendar as createClient, type calendar_v3 } from '@googleapis/calendar'
import { formatCompact, formatWall } from '@astralis/core/recurrence/wall-time'
import { Temporal } from '@astralis/core/temporal'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import type { Access, CalendarProvider, CalendarRef } from '../provider.ts'
import { ProviderError } from '../provider-error.ts'
import { toProviderError } from './google-errors.ts'
import { EVENT_FIELDS } from './google-event-schema.ts'
import { writeAnswer } from './google-people.ts'
import { readGoogleCalendars } from './read-google-calendars.ts'
import { readGoogleEvent } from './read-google-event.ts'
import { writeGroups, writeNewEvent } from './write-google-event.ts'

export interface GoogleProviderSettings {
  rootUrl: string
  timeoutMs: number
  /** Events of a page; Google has at most 2,500. */
  pageSize?: number
}

/** Google Calendar (API v3). */
export function createGoogleProvider({
  rootUrl,
  timeoutMs,
  pageSize = 2500,
}: GoogleProviderSettings): CalendarProvider {
  const { calendarList, channels, events } = createClient({ version: 'v3' })
  /** The library would refresh tokens and repeat calls by itself. */
  const as = ({ accessToken }: Access, etag: string | null = null) => ({
    headers: { Authorization: `Bearer ${accessToken}`, ...(etag !== null && { 'If-Match': etag }) },
    // For all calls at once, the library would leave out the path of the address.
    rootUrl,
    retry: false,
    timeout: timeoutMs,
  })

  return {
    async listCalendars(access) {
      const entries: calendar_v3.Schema$CalendarListEntry[] = []
      let pageToken: string | undefined
      do {
        const page = await ask(calendarList.list({ maxResults: 250, ...(pageToken && { pageToken }) }, as(access)))
        if (!Array.isArray(page.items)) throw new ProviderError('unavailable', 'Google answered with no calendars.')
        entries.push(...page.items)
        pageToken = page.nextPageToken ?? undefined
      } while (pageToken !== undefined)
      return readGoogleCalendars(entries)
    },

    async listItems(access, calendar, { syncToken, pageToken }) {
      const query = {
        calendarId: calendar.remoteId,
        singleEvents: false,
        maxResults: pageSize,
        fields: `nextPageToken,nextSyncToken,items(${EVENT_FIELDS})`,
        ...(syncToken !== null && { syncToken }),
        ...(pageToken !== null && { pageToken }),
      }
      const { items, nextPageToken, nextSyncToken } = await ask(events.list(query, as(access)))
      // What would be taken for a last page without items would let everything else be swept away. A page has one of the
      // tokens; one on which nothing has changed may leave its items out.
      const entries: unknown = items ?? []
      if (!Array.isArray(entries) || !(nextPageToken || nextSyncToken))
        throw new ProviderError('unavailable', 'Google answered with no page of events.')
      const owner = { calendar, access }
      return {
        items: entries.map((item: unknown) => readGoogleEvent(item, owner)).filter((item) => item !== null),
        nextPageToken: nextPageToken ?? null,
        nextSyncToken: nextSyncToken ?? null,
      }
    },

    async getItem(access, calendar, remoteId) {
      const query = { calendarId: calendar.remoteId, eventId: remoteId, fields: EVENT_FIELDS }
      const event = await unlessGone(ask(events.get(query, as(access))))
      return event === null ? null : readOne(event, calendar, access)
    },

    async insertItem(access, calendar, item) {
      const requestBody = writeNewEvent(item, { calendar, access })
      const query = { calendarId: calendar.remoteId, sendUpdates: 'none', fields: EVENT_FIELDS, requestBody }
      return readOne(await ask(events.insert(query, as(access))), calendar, access)
    },

    async updateItem(access, calendar, { remoteId, etag, event, groups, writeAccess }) {
      const owner = { calendar, access }
      const isAnswer = writeAccess === 'answer'
      const written = isAnswer ? groups.filter((group) => group !== 'people') : groups
      const answered = isAnswer && groups.includes('people') ? writeAnswer(event, owner) : {}
      const requestBody = { ...writeGroups(event, written, owner), ...answered }
      const query = { calendarId: calendar.remoteId, eventId: remoteId, sendUpdates: 'none', fields: EVENT_FIELDS }
      const answer = await ask(events.patch({ ...query, requestBody }, as(access, etag)))
      return readOne(answer, calendar, access)
    },

    async deleteItem(access, calendar, { remoteId, etag }) {
      const query = { calendarId: calendar.remoteId, eventId: remoteId, sendUpdates: 'none' }
      await unlessGone(send(events.delete(query, as(access, etag))))
    },

    occurrenceId({ seriesRemoteId, originalStart }) {
      return `${seriesRemoteId}_${compact(originalStart)}`
    },

    /** Google takes the digits and letters up to v; g to v are none of a UUID, so that generations can not collide. */
    newRemoteId(ownId, generation) {
      const id = ownId.toLowerCase().replaceAll(/[^\da-f]/g, '')
      return generation === 0 ? id : `${id}g${generation}`
    },

    async watch(access, calendar, { id, token, address }) {
      const requestBody = { id, token, address, type: 'web_hook' }
      const { resourceId, expiration } = await ask(
        events.watch({ calendarId: calendar.remoteId, requestBody }, as(access)),
      )
      const expires = Number(expiration)
      if (!resourceId || !(expires > 0)) throw new ProviderError('unavailable', 'Google did not name the channel.')
      return { resourceId, expiresAt: `${formatWall(expires)}Z` }
    },

    async stopWatching(access, { id, resourceId }) {
      await unlessGone(send(channels.stop({ requestBody: { id, resourceId } }, as(access))))
    },
  }
}

/** The object that the API answered. Rejects with a ProviderError. */
async function ask<T>(call: Promise<{ data: T }>): Promise<T> {
  const data = await send(call)
  // A page of something in between, or nothing, as the library hands it on.
  if (typeof data === 'object' && data !== null) return data
  throw new ProviderError('unavailable', 'What answered is not the Calendar API.')
}

async function send<T>(call: Promise<{ data: T }>): Promise<T> {
  const { data } = await call.catch((failure: unknown) => {
    throw toProviderError(failure)
  })
  return data
}

async function unlessGone<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ProviderError && (error.kind === 'not-found' || error.kind === 'gone')) return null
    throw error
  }
}

function readOne(event: unknown, calendar: CalendarRef, access: Access): RemoteItem {
  const item = readGoogleEvent(event, { calendar, access })
  if (!item) throw new ProviderError('unavailable', 'Google answered without an event.')
  return item
}

/** `20260310` or `20260310T080000Z` */
function compact(originalStart: string): string {
  if (!originalStart.includes('T')) return originalStart.replaceAll('-', '')
  return `${formatCompact(Temporal.Instant.from(originalStart).epochMilliseconds)}Z`
}
