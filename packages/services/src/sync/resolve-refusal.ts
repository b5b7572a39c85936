import type { ProviderError } from '@astralis/calendars/provider-error'
import { differingGroups } from '@astralis/core/sync/field-groups'
import type { Link } from '@astralis/core/sync/link'
import { originalStartOf } from '@astralis/core/sync/original-start'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { putLinks } from '@astralis/db/queries/links'
import { markScopesMissing } from '../connections/access-token.ts'
import { applyItems } from './apply-items.ts'
import { goneItem } from './pull-calendar.ts'
import type { Push } from './push-item.ts'
import { recordSync } from './record-sync.ts'
import { asHolder } from './remember-write.ts'

/**
 * After a write that the calendar did not take: whatever is there now is looked at as if it had been read, and what is
 * to be written is decided anew. Rethrows what has nothing to do with the item.
 */
export async function resolveRefusal(
  push: Push,
  link: Link & { remoteId: string },
  error: ProviderError,
): Promise<void> {
  const { runtime, stream } = push
  switch (error.kind) {
    case 'changed':
    case 'gone':
    case 'not-found':
      return apply(push, await currentItem(push, link), false)
    case 'id-taken': {
      const item = await currentItem(push, link)
      // Somebody else's, or from a time that nobody here knows of.
      if (item.event !== null && item.ownId !== link.ownId) return useNextId(push, link)
      return apply(push, item, false)
    }
    case 'forbidden': {
      const item = await currentItem(push, link)
      if (item.event === null) return apply(push, item, false)
      const writeAccess = link.writeAccess === 'all' ? 'answer' : 'none'
      return apply(push, { ...item, writeAccess }, true)
    }
    case 'invalid':
      return setAside(push, link, error.message)
    case 'scopes-missing':
      await markScopesMissing(runtime, stream.orgId, stream.connectionId, error.message)
      throw error
    case 'unauthorized':
    case 'consent-needed':
    case 'sync-token-expired':
    case 'rate-limited':
    case 'unavailable':
      throw error
  }
}

/**
 * An occurrence that was as its series says has no etag to tell by whether it was changed there since: it is read before it
 * is written for the first time. False where it was changed: that is here now, and what is to be written is decided anew.
 */
export async function isAsKnown(push: Push, link: Link & { remoteId: string }): Promise<boolean> {
  if (link.seriesRemoteId === null || link.etag !== null || link.base === null) return true
  const item = await currentItem(push, link)
  if (item.event && differingGroups(item.event, link.base.there).length === 0) return true
  await apply(push, item, false)
  return false
}

async function currentItem({ call }: Push, link: Link & { remoteId: string }): Promise<RemoteItem> {
  const item = await call((provider, access, calendar) => provider.getItem(access, calendar, link.remoteId))
  const exceptionOf = exceptionOfLink(link)
  return item ?? { ...goneItem(link.remoteId, link.writeAccess), exceptionOf }
}

function exceptionOfLink(link: Link): RemoteItem['exceptionOf'] {
  const { seriesRemoteId } = link
  return seriesRemoteId === null ? null : { seriesRemoteId, originalStart: originalStartOf(link) }
}

async function apply({ runtime, stream, claim }: Push, item: RemoteItem, isRefused: boolean): Promise<void> {
  await applyItems(runtime, stream, [item], { claim, isRefused })
}

async function useNextId(push: Push, link: Link): Promise<void> {
  const next = { ...link, remoteId: null, etag: null, base: null, idGeneration: link.idGeneration + 1 }
  await asHolder(push, (tx) => putLinks(tx, push.stream.orgId, [next]))
}

/** The calendar says that it is wrong, and would say so again: the others go on. */
async function setAside(push: Push, link: Link, reason: string): Promise<void> {
  const { runtime, stream } = push
  await asHolder(push, async (tx) => {
    await putLinks(tx, stream.orgId, [{ ...link, problem: reason }])
    await recordSync(tx, runtime, stream, [
      { direction: 'push', outcome: 'write-refused', eventId: link.ownId, detail: { reason }, needsAttention: true },
    ])
  })
}
