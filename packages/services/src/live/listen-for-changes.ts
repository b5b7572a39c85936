import type { ChangesInput } from '@astralis/core/live/changes-input'
import type { Actor } from '../context.ts'
import { ServiceError } from '../errors.ts'
import type { ChangeFeed, News } from './change-feed.ts'

/** Streams end by themselves meanwhile. */
const RETRY_SECONDS = 30

/**
 * Tells a member what changes in their organization, by topics: what it is about they ask for as ever, and see what they may.
 * Throws RATE_LIMITED for one who listens too often at a time.
 */
export function listenForChanges(
  { actor, feed }: { actor: Actor; feed: ChangeFeed },
  { lastEventId }: ChangesInput,
  signal: AbortSignal,
): AsyncIterable<News> {
  const most = feed.limits.streamsPerPerson
  if (feed.countStreams(actor.userId) >= most)
    throw new ServiceError('RATE_LIMITED', `You listen for changes in ${most} places already. Close one of them.`, {
      retryAfterSeconds: RETRY_SECONDS,
    })
  return feed.listen(actor, lastEventId === undefined ? null : BigInt(lastEventId), signal)
}
