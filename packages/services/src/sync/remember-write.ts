import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { withGroups } from '@astralis/core/sync/field-groups'
import type { Link } from '@astralis/core/sync/link'
import type { PlannedWrite } from '@astralis/core/sync/plan-push'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { deleteLinks, listItemLinks, putLinks } from '@astralis/db/queries/links'
import { updateStream } from '@astralis/db/queries/streams'
import type { Transaction } from '@astralis/db/client'
import { inOrganization } from '../transaction.ts'
import { ClaimLost } from './claim-lost.ts'
import type { Push } from './push-item.ts'
import { recordSync } from './record-sync.ts'

/** Before an item is sent for the first time: what is sent, under which id. The answer may be lost. */
export async function rememberSent(push: Push, link: Link, { write }: PlannedWrite): Promise<void> {
  // What was sent first may have arrived, and be all that is there.
  if (write.act !== 'insert' || link.seriesRemoteId !== null || (link.base !== null && link.etag === null)) return
  const sent = { ...link, etag: null, base: { here: write.event, there: write.event } }
  await asHolder(push, (tx) => putLinks(tx, push.stream.orgId, [sent]))
}

/** After the calendar has answered with what is there now. */
export async function rememberAnswer(
  push: Push,
  link: Link,
  { write, here }: PlannedWrite,
  answer: RemoteItem | null,
): Promise<void> {
  const { runtime, stream } = push
  const { orgId } = stream
  await asHolder(push, async (tx) => {
    await putLinks(tx, orgId, [linkAfterWrite(push, link, { write, here }, answer)])
    if (!answer && link.seriesRemoteId === null) await forgetExceptions(tx, push, link)
    const outcome = { insert: 'insert', update: 'push', delete: 'deleted-there' } as const
    const title = here?.title ?? link.base?.here.title ?? null
    const detail = write.act === 'update' ? { groups: write.groups } : null
    await recordSync(tx, runtime, stream, [
      { direction: 'push', outcome: outcome[write.act], eventId: link.ownId, title, detail },
    ])
  })
}

function linkAfterWrite(
  { stream }: Push,
  link: Link,
  { write, here }: Pick<PlannedWrite, 'write' | 'here'>,
  answer: RemoteItem | null,
): Link {
  const seen = { ...link, generation: stream.generation, problem: null }
  if (answer?.event && here) {
    const { remoteId, etag, icalUid, link: webLink, event } = answer
    const there = knownThere(link, write, event)
    return { ...seen, remoteId, etag, icalUid: icalUid ?? link.icalUid, webLink, base: { here, there } }
  }
  // An occurrence keeps its id while its series lives; any other id is used up.
  if (link.seriesRemoteId !== null) return { ...seen, etag: null, base: null }
  return { ...seen, remoteId: null, etag: null, icalUid: null, base: null, idGeneration: link.idGeneration + 1 }
}

/**
 * What both sides have agreed on. What else the answer says may have been changed there since it was read, of an occurrence
 * that had no etag to tell: it is news that is still to come.
 */
function knownThere(link: Link, write: PlannedWrite['write'], event: CalendarEvent): CalendarEvent {
  return write.act === 'update' && link.base ? withGroups(link.base.there, event, write.groups) : event
}

async function forgetExceptions(tx: Transaction, { stream }: Push, { ownId }: Link): Promise<void> {
  const links = await listItemLinks(tx, stream.orgId, stream.id, { remoteIds: [], ownIds: [ownId] })
  const exceptions = links.filter(({ originalStartsAt }) => originalStartsAt !== null)
  await deleteLinks(
    tx,
    stream.orgId,
    exceptions.map(({ id }) => id),
  )
}

/** Throws ClaimLost where another worker has the calendar by now. */
export async function asHolder(
  { runtime, stream, claim }: Push,
  work: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await inOrganization(runtime, stream.orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, {}))) throw new ClaimLost()
    await work(tx)
  })
}
