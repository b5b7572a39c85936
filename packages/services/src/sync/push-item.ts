import type { CalendarProvider } from '@astralis/calendars/provider'
import { ProviderError } from '@astralis/calendars/provider-error'
import { keyOf } from '@astralis/core/sync/link'
import { planPush, type PlannedWrite } from '@astralis/core/sync/plan-push'
import type { Temporal } from '@astralis/core/temporal'
import { clearRequests } from '@astralis/db/queries/links'
import type { Stream } from '@astralis/db/queries/streams'
import { updateStream } from '@astralis/db/queries/streams'
import { inOrganization } from '../transaction.ts'
import { ClaimLost } from './claim-lost.ts'
import { gatherItems } from './gather-items.ts'
import type { Call } from './provider-calls.ts'
import { recordSync } from './record-sync.ts'
import { rememberAnswer, rememberSent } from './remember-write.ts'
import { isAsKnown, resolveRefusal } from './resolve-refusal.ts'
import type { SyncRuntime } from './sync-runtime.ts'
import { addressed, writeThere } from './write-there.ts'

/** How often the write of one link that meets another change there is decided anew. */
const MAX_TRIES = 5

export interface Push {
  runtime: SyncRuntime
  stream: Stream
  provider: CalendarProvider
  call: Call
  claim: string
}

interface WaitingItem {
  ownId: string
  requestedAt: Temporal.Instant
}

/**
 * Writes one item to a calendar, with its exceptions. What is to be written is decided from what is here now, each time
 * anew: an answer that was lost, or a change there in the meantime, leads to another decision, never to a second copy.
 */
export async function pushItem(push: Push, { ownId, requestedAt }: WaitingItem): Promise<void> {
  const tries = new Map<number | null, number>()
  for (;;) {
    const writes = await planWrites(push, ownId)
    if (writes.length === 0) return finish(push, ownId, requestedAt)
    for (const { link, ...planned } of writes) {
      if (await perform(push, { link, ...planned })) continue
      const count = (tries.get(keyOf(link)) ?? 0) + 1
      if (count >= MAX_TRIES) return finish(push, ownId, requestedAt, 'gave-up')
      tries.set(keyOf(link), count)
      break
    }
  }
}

async function planWrites({ runtime, stream, claim }: Push, ownId: string): Promise<PlannedWrite[]> {
  const { newId } = runtime
  return inOrganization(runtime, stream.orgId, async (tx) => {
    if (!(await updateStream(tx, stream, claim, {}))) throw new ClaimLost()
    const groups = await gatherItems(tx, stream, { items: [], ownIds: [ownId] }, newId)
    return groups.flatMap(({ local, links }) => planPush({ local, links, memberEmail: stream.memberEmail, newId }))
  })
}

/** False where it met something there, and is to be decided anew. */
async function perform(push: Push, planned: PlannedWrite): Promise<boolean> {
  const link = addressed(push.provider, planned.link)
  try {
    if (!(await isAsKnown(push, link))) return false
    if (planned.write.act === 'insert') await rememberSent(push, link, planned)
    await rememberAnswer(push, link, planned, await writeThere(push, link, planned.write))
    return true
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    await resolveRefusal(push, link, error)
    return false
  }
}

async function finish({ runtime, stream }: Push, ownId: string, until: Temporal.Instant, outcome?: 'gave-up') {
  await inOrganization(runtime, stream.orgId, async (tx) => {
    await clearRequests(tx, stream.orgId, stream.id, ownId, until)
    if (outcome)
      await recordSync(tx, runtime, stream, [{ direction: 'push', outcome, eventId: ownId, needsAttention: true }])
  })
}
