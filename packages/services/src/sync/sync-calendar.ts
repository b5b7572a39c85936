import { ProviderError } from '@astralis/calendars/provider-error'
import { claimStream, findStream, noteSynced, type Stream, updateStream } from '@astralis/db/queries/streams'
import { ConnectionBroken } from '../connections/access-token.ts'
import { noteProblem } from '../connections/note-problem.ts'
import { inOrganization } from '../transaction.ts'
import { ClaimLost } from './claim-lost.ts'
import { callsFor, providerOf } from './provider-calls.ts'
import { pullCalendar } from './pull-calendar.ts'
import type { Push } from './push-item.ts'
import { pushItems } from './push-items.ts'
import type { SyncRuntime } from './sync-runtime.ts'
import { watchCalendar } from './watch-calendar.ts'

type Outcome = { status: 'done'; pulled: number; pushed: number } | { status: 'stopped'; reason: string }

/**
 * Brings a linked calendar and what is here in step, both ways: first what was changed here, then what is new there, then
 * what came of both. May be killed at any moment and run again: rows say what is left to do.
 */
export async function syncCalendar(
  runtime: SyncRuntime,
  { orgId, id }: { orgId: string; id: string },
): Promise<Outcome> {
  const claim = runtime.newId()
  const stream = await inOrganization(runtime, orgId, async (tx) => {
    await claimStream(tx, orgId, id, claim)
    return findStream(tx, orgId, id)
  })
  if (!stream || stream.status !== 'ACTIVE' || !stream.isSelected) return { status: 'stopped', reason: 'not in use' }
  try {
    return await run({ runtime, stream, claim, provider: providerOf(runtime, stream), call: callsFor(runtime, stream) })
  } catch (error) {
    if (error instanceof ClaimLost) return { status: 'stopped', reason: 'another worker has it' }
    // Whoever linked it has been told; what waits, waits.
    if (error instanceof ConnectionBroken) return { status: 'stopped', reason: 'needs a new consent' }
    if (error instanceof ProviderError) await noteProblem(runtime, stream, error)
    throw error
  } finally {
    await inOrganization(runtime, orgId, (tx) => updateStream(tx, stream, claim, { claim: null }))
  }
}

async function run(push: Push): Promise<Outcome> {
  const { runtime, stream } = push
  let pushed = (await pushItems(push)).items
  let pulled = 0
  if (stream.pullRequestedAt !== null) {
    pulled = (await pullCalendar(push)).items
    const current = await reread(push)
    pushed += (await pushItems({ ...push, stream: current })).items
  }
  await watchCalendar(push)
  await inOrganization(runtime, stream.orgId, (tx) => noteSynced(tx, stream, runtime.clock()))
  return { status: 'done', pulled, pushed }
}

/** How far it has been read now. */
async function reread({ runtime, stream }: Push): Promise<Stream> {
  const current = await inOrganization(runtime, stream.orgId, (tx) => findStream(tx, stream.orgId, stream.id))
  if (!current) throw new ClaimLost()
  return current
}
