import type { ItemsPage } from '@astralis/calendars/provider'
import { ProviderError } from '@astralis/calendars/provider-error'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { listItemLinks, listUnseenLinks } from '@astralis/db/queries/links'
import { endPull, type Stream, type StreamChanges, updateStream } from '@astralis/db/queries/streams'
import { inOrganization } from '../transaction.ts'
import { applyItems } from './apply-items.ts'
import { ClaimLost } from './claim-lost.ts'
import { rootOf } from './gather-items.ts'
import type { Call } from './provider-calls.ts'
import { recordSync } from './record-sync.ts'
import type { SyncRuntime } from './sync-runtime.ts'

/** Items in one transaction: few enough that nobody waits long for the locks of their people. */
const CHUNK_SIZE = 250

interface Pull {
  runtime: SyncRuntime
  stream: Stream
  call: Call
  claim: string
}

/**
 * Reads what has changed in a calendar, or all of it where it never was read or can not say what changed. How far it got is
 * saved with each page, so that a killed worker's successor goes on there. What was deleted while nobody listened is found
 * at the end of a full list, when everything that is still there has been seen: nothing disappears meanwhile.
 */
export async function pullCalendar(pull: Pull): Promise<{ items: number }> {
  const { runtime, call } = pull
  const requestedAt = pull.stream.pullRequestedAt ?? runtime.clock()
  let { stream } = pull
  const isFirst = stream.pulledAt === null
  if (stream.syncToken === null && stream.pageToken === null) stream = await beginList(pull, stream)
  let items = 0
  let isAnew = false
  for (;;) {
    const { syncToken, pageToken } = stream
    const page = await listPage(call, stream, isAnew)
    if (!page) {
      isAnew = true
      stream = await beginList(pull, stream, 'anew')
      continue
    }
    items += page.items.length
    const pulledItems = (pageToken === null ? 0 : stream.pulledItems) + page.items.length
    const isLast = page.nextPageToken === null
    const done = { syncToken: page.nextSyncToken, pageToken: null, pulledAt: runtime.clock(), pulledItems }
    const cursor: StreamChanges =
      isLast && syncToken !== null ? done : { pageToken: page.nextPageToken ?? pageToken, pulledItems }
    await applyPage({ ...pull, stream }, page.items, { cursor, isFirst })
    stream = { ...stream, pageToken: page.nextPageToken, pulledItems }
    if (!isLast) continue
    if (syncToken === null) await endList({ ...pull, stream }, done, isFirst)
    await inOrganization(runtime, stream.orgId, (tx) => endPull(tx, stream, requestedAt))
    return { items }
  }
}

/** Null where the calendar can not go on from there; a list that was begun anew for that can not for another reason. */
async function listPage(call: Call, { syncToken, pageToken }: Stream, isAnew: boolean): Promise<ItemsPage | null> {
  try {
    return await call((provider, access, calendar) => provider.listItems(access, calendar, { syncToken, pageToken }))
  } catch (error) {
    const isStale = error instanceof ProviderError && error.kind === 'sync-token-expired'
    // The token of a page lives shorter than a list that was interrupted.
    const isOldPage = error instanceof ProviderError && error.kind === 'invalid' && pageToken !== null
    if (!isAnew && (isStale || isOldPage)) return null
    throw error
  }
}

async function beginList({ runtime, claim }: Pull, stream: Stream, why?: 'anew'): Promise<Stream> {
  const changes = { syncToken: null, pageToken: null, generation: stream.generation + 1, pulledItems: 0 }
  await inOrganization(runtime, stream.orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, changes))) throw new ClaimLost()
    if (why) await recordSync(tx, runtime, stream, [{ direction: 'pull', outcome: 'listed-anew' }])
  })
  return { ...stream, ...changes }
}

async function applyPage(
  { runtime, stream, call, claim }: Pull,
  items: readonly RemoteItem[],
  { cursor, isFirst }: { cursor: StreamChanges; isFirst: boolean },
): Promise<void> {
  const complete = [...items, ...(await missingSeries(runtime, stream, call, items))]
  const chunks = chunksOf([...Map.groupBy(complete, rootOf).values()])
  for (const chunk of chunks.slice(0, -1)) await applyItems(runtime, stream, chunk, { claim, isFirst })
  await applyItems(runtime, stream, chunks.at(-1) ?? [], { claim, isFirst, cursor })
}

/** Series of which only exceptions are on the page, and that are not known yet. */
async function missingSeries(
  runtime: SyncRuntime,
  stream: Stream,
  call: Call,
  items: readonly RemoteItem[],
): Promise<RemoteItem[]> {
  const present = new Set(items.map(({ remoteId }) => remoteId))
  const asked = [...new Set(items.map(rootOf))].filter((root) => !present.has(root))
  if (asked.length === 0) return []
  const links = await inOrganization(runtime, stream.orgId, (tx) =>
    listItemLinks(tx, stream.orgId, stream.id, { remoteIds: asked, ownIds: [] }),
  )
  const known = new Set(links.map(({ remoteId }) => remoteId))
  const missing: RemoteItem[] = []
  for (const root of asked.filter((id) => !known.has(id))) {
    const item = await call((provider, access, calendar) => provider.getItem(access, calendar, root))
    if (item) missing.push(item)
  }
  return missing
}

/** A series and its exceptions stay together. */
function chunksOf(groups: readonly RemoteItem[][]): RemoteItem[][] {
  const chunks: RemoteItem[][] = []
  for (const group of groups) {
    const last = chunks.at(-1)
    if (last && last.length + group.length <= CHUNK_SIZE) last.push(...group)
    else chunks.push([...group])
  }
  return chunks
}

/** What was there once and was in no page of the list is gone. */
async function endList({ runtime, stream, claim }: Pull, done: StreamChanges, isFirst: boolean): Promise<void> {
  const { orgId, id, generation } = stream
  for (;;) {
    const unseen = await inOrganization(runtime, orgId, (tx) => listUnseenLinks(tx, orgId, id, generation, CHUNK_SIZE))
    if (unseen.length === 0) break
    const gone = unseen.flatMap(({ remoteId, writeAccess }) =>
      remoteId === null ? [] : [goneItem(remoteId, writeAccess)],
    )
    await applyItems(runtime, stream, gone, { claim })
  }
  await inOrganization(runtime, orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, done))) throw new ClaimLost()
    if (isFirst)
      await recordSync(tx, runtime, stream, [
        { direction: 'pull', outcome: 'read-whole', title: stream.name, detail: { items: done.pulledItems } },
      ])
  })
}

/** An item that the calendar does not have any more. */
export function goneItem(remoteId: string, writeAccess: RemoteItem['writeAccess']): RemoteItem {
  const nothing = { etag: null, exceptionOf: null, icalUid: null, ownId: null, link: null, event: null, problem: null }
  return { remoteId, writeAccess, ...nothing }
}
