import type { CalendarProvider } from '@astralis/calendars/provider'
import { FIELD_GROUPS } from '@astralis/core/sync/field-groups'
import type { Link } from '@astralis/core/sync/link'
import { originalStartOf } from '@astralis/core/sync/original-start'
import type { PlannedWrite } from '@astralis/core/sync/plan-push'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import type { Push } from './push-item.ts'

/** The link with the id that its item has, or gets, there. */
export function addressed(provider: CalendarProvider, link: Link): Link & { remoteId: string } {
  const { remoteId, ownId, idGeneration, seriesRemoteId } = link
  if (remoteId !== null) return { ...link, remoteId }
  if (seriesRemoteId === null) return { ...link, remoteId: provider.newRemoteId(ownId, idGeneration) }
  return { ...link, remoteId: provider.occurrenceId({ seriesRemoteId, originalStart: originalStartOf(link) }) }
}

/** Carries out one write; answers with what is there then, null for nothing. Rejects with a ProviderError. */
export async function writeThere(
  { call }: Push,
  { remoteId, ownId, etag, seriesRemoteId, writeAccess }: Link & { remoteId: string },
  write: PlannedWrite['write'],
): Promise<RemoteItem | null> {
  // Nothing is ever decided to be written where nothing may be.
  const allowed = writeAccess === 'all' ? 'all' : 'answer'
  return call(async (provider, access, calendar) => {
    if (write.act === 'delete') {
      await provider.deleteItem(access, calendar, { remoteId, etag })
      return null
    }
    const { event } = write
    if (write.act === 'update')
      return provider.updateItem(access, calendar, {
        remoteId,
        etag,
        event,
        groups: write.groups,
        writeAccess: allowed,
      })
    // An occurrence that was cancelled there comes back by a change of it.
    return seriesRemoteId === null
      ? provider.insertItem(access, calendar, { remoteId, ownId, event })
      : provider.updateItem(access, calendar, {
          remoteId,
          etag: null,
          event,
          groups: FIELD_GROUPS,
          writeAccess: allowed,
        })
  })
}
