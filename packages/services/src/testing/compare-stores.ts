import { differingGroups } from '@astralis/core/sync/field-groups'
import { formAt } from '@astralis/core/sync/plan-push'
import { formsOf } from '@astralis/core/sync/local-item'
import { keyOf, type Link } from '@astralis/core/sync/link'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { findStream } from '@astralis/db/queries/streams'
import { sql } from 'drizzle-orm'
import { gatherItems } from '../sync/gather-items.ts'
import { callsFor } from '../sync/provider-calls.ts'
import { inOrganization } from '../transaction.ts'
import type { LinkedMember, SyncWorld } from './sync-world.ts'

/** What a linked calendar and the events here do not agree on, in words; empty when both say the same. */
export async function differences(sync: SyncWorld, { ctx, calendarId }: LinkedMember): Promise<string[]> {
  const { orgId } = ctx.actor
  const { runtime } = sync
  const stream = await inOrganization(runtime, orgId, (tx) => findStream(tx, orgId, calendarId))
  if (!stream) throw new Error('There is no such calendar.')
  const call = callsFor(runtime, stream)
  const remote: RemoteItem[] = []
  for (let pageToken: string | null = null; ;) {
    const cursor: { syncToken: null; pageToken: string | null } = { syncToken: null, pageToken }
    const page = await call((provider, access, calendar) => provider.listItems(access, calendar, cursor))
    remote.push(...page.items)
    pageToken = page.nextPageToken
    if (pageToken === null) break
  }
  const ownIds = await inOrganization(runtime, orgId, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select id from events where series_id is null union select id from series
      union select own_id from links where calendar_id = ${calendarId}`)
    return rows.map(({ id }) => id)
  })
  const groups = await inOrganization(runtime, orgId, (tx) =>
    gatherItems(tx, stream, { items: [], ownIds }, runtime.newId),
  )
  const found: string[] = []
  const seen = new Set<string>()
  const byRemote = new Map(remote.map((item) => [item.remoteId, item]))
  for (const { ownId, local, links } of groups) {
    const forms = formsOf(local)
    const linkOf = new Map<number | null, Link>(links.map((link) => [keyOf(link), link]))
    const keys = new Set<number | null>([null, ...linkOf.keys(), ...forms.exceptions.keys()])
    for (const key of keys) {
      const link = linkOf.get(key)
      const here = key === null ? forms.main : formAt(local, forms, link, key)
      const there = link?.remoteId ? (byRemote.get(link.remoteId)?.event ?? null) : null
      if (link?.remoteId) seen.add(link.remoteId)
      const name = `${ownId} ${key ?? ''} ${here?.title ?? there?.title ?? ''}`
      if (!here && !there) continue
      // An occurrence that is as its series has it is no item there.
      const isUsual = key !== null && here !== null && !there && !forms.exceptions.has(key)
      if (isUsual) continue
      if (!here || !there) found.push(`${name}: only ${here ? 'here' : 'there'}`)
      else if (differingGroups(here, there).length > 0)
        found.push(`${name}: ${differingGroups(here, there).join(', ')}`)
    }
  }
  for (const { remoteId, event } of remote)
    if (event && !seen.has(remoteId)) found.push(`${remoteId} ${event.title}: not known here`)
  return found
}
