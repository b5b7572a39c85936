import { changesInput } from '@astralis/core/live/changes-input'
import { listenForChanges } from '@astralis/services/live/listen-for-changes'
import type { News } from '@astralis/services/live/change-feed'
import { tracked } from '@trpc/server'
import { memberProcedure, router } from '../trpc.ts'

/** What others and the sync change, as it happens (ADR 18). */
export const liveRouter = router({
  changes: memberProcedure
    .input(changesInput.optional())
    .subscription(({ ctx, input = {}, signal }) =>
      trackedNews(listenForChanges({ ...ctx.service, feed: ctx.feed }, input, signal ?? NEVER)),
    ),
})

/** Of a caller without a connection that could end. */
const NEVER = new AbortController().signal

/** Each with the id from which the caller goes on when the connection is lost. */
async function* trackedNews(stream: AsyncIterable<News>) {
  for await (const { id, topics } of stream) yield tracked(id, { topics })
}
