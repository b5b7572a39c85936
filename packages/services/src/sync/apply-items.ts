import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import type { Link } from '@astralis/core/sync/link'
import { ItemError } from '@astralis/core/sync/item-draft'
import { newLink } from '@astralis/core/sync/link-after'
import { type Reconciled, reconcile, type Reconciling } from '@astralis/core/sync/reconcile'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import { SOURCE_OF } from '@astralis/core/sync/provider-name'
import type { Transaction } from '@astralis/db/client'
import { deleteLinks, putLinks } from '@astralis/db/queries/links'
import { type Stream, type StreamChanges, updateStream } from '@astralis/db/queries/streams'
import { inOrganization } from '../transaction.ts'
import { ClaimLost } from './claim-lost.ts'
import { eventsOf, lockItems } from './lock-items.ts'
import type { Group } from './gather-items.ts'
import { entryOf, recordSync, type SyncEntry } from './record-sync.ts'
import type { SyncRuntime } from './sync-runtime.ts'
import { writeItems } from './write-items.ts'

/** For how long before today series of linked calendars have occurrences here. */
const PAST_DAYS = 90

export interface Applying {
  claim: string
  /** Written in the same transaction: how far the calendar has been read. */
  cursor?: StreamChanges
  /** The calendar has refused what we wrote to these. */
  isRefused?: boolean
  /** While everything is read for the first time, single imports are not news. */
  isFirst?: boolean
}

/**
 * Takes over what entries of a linked calendar say, in one transaction: events and series here, what is remembered of both
 * sides, the log, and what is to be written back. An entry that can not be here is set aside with its reason, and the
 * others go on. Throws ClaimLost where another worker has the calendar by now.
 */
export async function applyItems(
  runtime: SyncRuntime,
  stream: Stream,
  items: readonly RemoteItem[],
  { claim, cursor = {}, isRefused = false, isFirst = false }: Applying,
): Promise<void> {
  await inOrganization(runtime, stream.orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, cursor))) throw new ClaimLost()
    if (items.length === 0) return
    const { groups, waiting } = await lockItems(tx, runtime, stream, { items, ownIds: [] })
    const outcomes = groups.map((group) => settle(runtime, stream, group, isRefused))
    await writeItems(tx, runtime, stream, { outcomes, waiting, isFirst })
    await remember(tx, runtime, stream, outcomes, isFirst)
  })
}

export interface Outcome {
  group: Group
  /** Null where nothing of it can be here. */
  reconciled: Reconciled | null
  /** Entries that were set aside. */
  problems: { link: Link; isNews: boolean }[]
}

function settle(runtime: SyncRuntime, stream: Stream, group: Group, isRefused: boolean): Outcome {
  const input = inputFor(runtime, stream, group, isRefused)
  const readable = group.arrivals.filter(({ item }) => item.problem === null)
  const unreadable = group.arrivals.filter(({ item }) => item.problem !== null)
  const setAside = (arrivals: Group['arrivals'], reason: string) =>
    arrivals.map((arrival) => aside(input, arrival, reason))
  const problems = unreadable.flatMap((arrival) => setAside([arrival], arrival.item.problem ?? ''))
  if (readable.length === 0) return { group, reconciled: null, problems }
  try {
    return { group, reconciled: reconcile({ ...input, arrivals: readable }), problems }
  } catch (error) {
    if (!(error instanceof ItemError) && !(error instanceof RecurrenceError)) throw error
    return { group, reconciled: null, problems: [...problems, ...setAside(readable, error.message)] }
  }
}

function inputFor(
  runtime: SyncRuntime,
  stream: Stream,
  { ownId, local, links }: Group,
  isRefused: boolean,
): Reconciling {
  const now = runtime.clock()
  const source = local.event?.source ?? local.series?.source ?? SOURCE_OF[stream.provider]
  const from = source === 'internal' ? 0 : now.subtract({ hours: PAST_DAYS * 24 }).epochMilliseconds
  const drawing = {
    ownId,
    source,
    createdBy: stream.userId,
    timeZone: stream.memberTimeZone,
    from,
    now,
    newId: runtime.newId,
  }
  const { id: calendarId, memberEmail, generation } = stream
  return { local, links, arrivals: [], calendarId, memberEmail, generation, isRefused, drawing }
}

/** What can not be read stays as it was here, and is looked at again when it changes there. */
function aside(input: Reconciling, { item, key }: Group['arrivals'][number], problem: string) {
  const stored = input.links.find((link) => (link.originalStartsAt?.epochMilliseconds ?? null) === key)
  const link = stored ?? newLink(input, item, key)
  const isNews = stored?.problem !== problem
  return { link: { ...link, remoteId: item.remoteId, etag: item.etag, generation: input.generation, problem }, isNews }
}

async function remember(
  tx: Transaction,
  runtime: SyncRuntime,
  stream: Stream,
  outcomes: readonly Outcome[],
  isFirst: boolean,
): Promise<void> {
  const links = outcomes.flatMap(({ reconciled, problems }) => [
    ...(reconciled?.links ?? []),
    ...problems.map(({ link }) => link),
  ])
  await putLinks(tx, stream.orgId, links)
  await deleteLinks(
    tx,
    stream.orgId,
    outcomes.flatMap(({ reconciled }) => reconciled?.dropped.map(({ id }) => id) ?? []),
  )
  await recordSync(
    tx,
    runtime,
    stream,
    outcomes.flatMap((outcome) => entriesOf(outcome, isFirst)),
  )
}

function entriesOf({ group, reconciled, problems }: Outcome, isFirst: boolean): SyncEntry[] {
  const about = (link: Link) => aboutItem(group, reconciled, link)
  const decided = (reconciled?.decisions ?? []).flatMap(({ link, decision }) => {
    const entry = isFirst && decision.outcome === 'import' ? null : entryOf(decision, 'pull')
    return entry ? [{ ...about(link), ...entry }] : []
  })
  const news = problems.filter(({ isNews }) => isNews)
  return [
    ...decided,
    ...news.map(({ link }) => ({
      ...about(link),
      direction: 'pull' as const,
      outcome: 'quarantined' as const,
      detail: { reason: link.problem },
      needsAttention: true,
    })),
  ]
}

/** An event by which it can be opened, and its title. */
function aboutItem(group: Group, reconciled: Reconciled | null, link: Link): Pick<SyncEntry, 'eventId' | 'title'> {
  const planned = reconciled ? [...reconciled.plan.changed.map(({ after }) => after), ...reconciled.plan.added] : []
  const candidates = [...planned, ...eventsOf(group)]
  const slot = link.originalStartsAt?.epochMilliseconds
  const one = candidates.find(
    ({ originalStartsAt }) => slot !== undefined && originalStartsAt?.epochMilliseconds === slot,
  )
  const event = one ?? candidates[0]
  return { eventId: event?.id ?? null, title: event?.title ?? link.base?.there.title ?? null }
}
