import type { Topic } from '@astralis/core/live/topic'
import { noticeReason, queryClient } from '../../lib/query-client.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { affectedBy } from './affected-queries.ts'
import { followChanges } from './follow-changes.ts'
import { whenHandsAreFree } from './when-hands-are-free.ts'

/**
 * What others and the sync change appears on the page by itself: what it shows of it is asked for anew. `onUserChange` is
 * called when it is the person at the page who was changed, such as their role.
 */
export function startLivePages(onUserChange: () => void): () => void {
  const waiting = new Set<Topic>()
  const hands = whenHandsAreFree(() => {
    const topics = [...waiting]
    waiting.clear()
    void queryClient.invalidateQueries({ predicate: affectedBy(topics) })
    if (topics.includes('members')) void lookAtUser(onUserChange)
  })
  const stop = followChanges((topics) => {
    for (const topic of topics) waiting.add(topic)
    hands.ask()
  })
  return () => {
    stop()
    hands.stop()
  }
}

/** A role decides of everything how much of it is seen. */
async function lookAtUser(onUserChange: () => void): Promise<void> {
  const before = JSON.stringify(trpc.auth.me.getData())
  const session = await trpcClient.auth.me.query().catch(() => undefined)
  if (session === undefined || JSON.stringify(session) === before) return
  if (session === null) return noticeReason('NOT_SIGNED_IN')
  trpc.auth.me.setData(undefined, session)
  void queryClient.invalidateQueries()
  onUserChange()
}
