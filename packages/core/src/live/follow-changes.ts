import { TOPICS, type Topic, topicsOf } from './topic.ts'

/** A transaction's change, as it is stored. */
export interface Change {
  xid: bigint
  word: string
}

/** What one look at the database found, in one snapshot. */
export interface Reading {
  /** Every transaction below has ended: what it changed was there to be seen, in this or an earlier look. */
  xmin: bigint
  /** No transaction from here on had ended. */
  xmax: bigint
  /** What is visible from where the follower goes on. */
  changes: readonly Change[]
}

/** Somebody who is told of changes, and how far they are. */
export interface Follower {
  /** Whatever is below has been told; null before the first look. */
  since: bigint | null
  /** What was told already of what is not below. */
  told: ReadonlySet<string>
}

export function startFollowing(since: bigint | null): Follower {
  return { since, told: new Set() }
}

/**
 * What a look has to tell, and where the next one goes on. Transactions become visible in another order than they began: the
 * next look asks again for everything from the oldest one that was still running, and tells only what is new of it. A
 * follower ahead of the database has followed another one, of which this may be an older copy: all may have changed.
 */
export function follow(follower: Follower, { xmin, xmax, changes }: Reading): { topics: Topic[]; next: Follower } {
  const isAhead = follower.since !== null && follower.since > xmax
  const fresh = changes.filter((change) => !follower.told.has(keyOf(change)))
  const words = new Set(fresh.flatMap(({ word }) => topicsOf(word)))
  return {
    topics: TOPICS.filter((topic) => isAhead || words.has(topic)),
    next: { since: xmin, told: new Set(changes.filter(({ xid }) => xid >= xmin).map(keyOf)) },
  }
}

function keyOf({ xid, word }: Change): string {
  return `${xid} ${word}`
}
