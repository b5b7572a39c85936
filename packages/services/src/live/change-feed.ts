import { follow, type Follower, type Reading, startFollowing } from '@astralis/core/live/follow-changes'
import type { Topic } from '@astralis/core/live/topic'
import type { Database } from '@astralis/db/client'
import { type Listening, readChanges } from '@astralis/db/queries/changes'
import type { LiveLimits } from './live-limits.ts'

/** What a stream is told: what has changed, and the id from which another stream goes on. */
export interface News {
  id: string
  topics: Topic[]
}

/** Whose stream it is. */
interface Owner {
  orgId: string
  userId: string
}

/** All streams of this process. */
export interface ChangeFeed {
  limits: LiveLimits
  /** How many streams are open, of everybody or of one person. */
  countStreams: (userId?: string) => number
  /**
   * What changes in an organization from `since` on, until `signal` or its time ends it. The first news comes at once and says where the
   * stream begins. Whoever is slow is told in one go what has come together.
   */
  listen: (owner: Owner, since: bigint | null, signal: AbortSignal) => AsyncIterable<News>
  /** Ends all streams. */
  close: () => void
}

interface Listener extends Owner {
  follower: Follower
  hasBegun: boolean
  isOver: boolean
  /** What has not been taken yet. */
  news: News | null
  /** Called when there is news, or no more of it. */
  wake: () => void
  leave: () => void
}

/** A database that does not answer is not asked at once again. */
const AFTER_FAILURE_MILLISECONDS = 1000

const MILLISECONDS = 1000

interface FeedOptions {
  db: Database
  limits: LiveLimits
  /** Called for each look that failed; streams stay, and go on when the database answers again. */
  onFailure: (error: unknown) => void
}

/** Looks for changes while anybody listens, once for all of them (ADR 18). */
export function openChangeFeed({ db, limits, onFailure }: FeedOptions): ChangeFeed {
  const listeners = new Set<Listener>()
  let isLooking = false
  let isClosed = false

  async function keepLooking(): Promise<void> {
    if (isLooking) return
    isLooking = true
    while (listeners.size > 0) {
      const pause = await look(db, [...listeners]).then(
        () => limits.lookMilliseconds,
        (error: unknown) => {
          onFailure(error)
          return AFTER_FAILURE_MILLISECONDS
        },
      )
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    isLooking = false
  }

  function addListener({ orgId, userId }: Owner, since: bigint | null, signal: AbortSignal): Listener {
    const leave = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
      listeners.delete(listener)
      listener.isOver = true
      listener.wake()
    }
    const begin = { follower: startFollowing(since), hasBegun: false, isOver: false, news: null }
    const listener: Listener = { orgId, userId, ...begin, wake: () => {}, leave }
    const timer = setTimeout(leave, limits.streamSeconds * MILLISECONDS)
    signal.addEventListener('abort', leave)
    listeners.add(listener)
    if (signal.aborted || isClosed) leave()
    return listener
  }

  return {
    limits,
    countStreams: (userId) => [...listeners].filter((one) => userId === undefined || one.userId === userId).length,
    listen(owner, since, signal) {
      const listener = addListener(owner, since, signal)
      void keepLooking()
      return newsOf(listener)
    },
    close() {
      isClosed = true
      for (const { leave } of listeners) leave()
    },
  }
}

async function* newsOf(listener: Listener): AsyncGenerator<News> {
  try {
    while (!listener.isOver) {
      const { news } = listener
      listener.news = null
      if (news) yield news
      else await new Promise<void>((resolve) => (listener.wake = resolve))
    }
  } finally {
    listener.leave()
  }
}

/** Asks once for each place from which somebody goes on: most listeners of an organization are at the same one. */
async function look(db: Database, listeners: readonly Listener[]): Promise<void> {
  const places = new Map<string, Listening>()
  for (const { orgId, follower } of listeners) places.set(placeOf(orgId, follower), { orgId, since: follower.since })
  const readings = await readChanges(db, [...places.values()])
  const byPlace = new Map<string, Reading | undefined>([...places.keys()].map((place, nth) => [place, readings[nth]]))
  for (const listener of listeners) {
    const reading = byPlace.get(placeOf(listener.orgId, listener.follower))
    if (reading) tell(listener, reading)
  }
}

function placeOf(orgId: string, { since }: Follower): string {
  return `${orgId} ${since}`
}

function tell(listener: Listener, reading: Reading): void {
  const { topics, next } = follow(listener.follower, reading)
  listener.follower = next
  if (listener.hasBegun && topics.length === 0) return
  listener.hasBegun = true
  listener.news = { id: String(next.since), topics: [...new Set([...(listener.news?.topics ?? []), ...topics])] }
  listener.wake()
}
