import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, follow, type Reading, startFollowing } from './follow-changes.ts'
import { EVERYTHING, TOPICS, topicsOf } from './topic.ts'

/** What may happen to a database, and to somebody who follows it. */
type Step = { kind: 'begin' | 'commit' | 'abort'; nth: number } | { kind: 'look' | 'come back' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('begin', 'commit', 'abort'), nth: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom('look', 'come back') }),
)

/** Transactions that begin in the order of their numbers, and end in any. */
function createDatabase() {
  let nextXid = 100n
  const running: Change[] = []
  const visible: Change[] = []
  const end = (nth: number) => running.splice(nth % Math.max(running.length, 1), 1)[0]
  return {
    begin: (nth: number) => running.push({ xid: nextXid++, word: TOPICS[nth % TOPICS.length] ?? EVERYTHING }),
    commit(nth: number) {
      const ended = end(nth)
      if (ended) visible.push(ended)
      return ended
    },
    abort: end,
    read: (since: bigint | null): Reading => ({
      xmin: running.reduce((lowest, { xid }) => (xid < lowest ? xid : lowest), nextXid),
      xmax: nextXid,
      changes: visible.filter(({ xid }) => since === null || xid >= since),
    }),
  }
}

describe('web.md 11: following changes', () => {
  it('tells what commits with the next look, in whatever order transactions end and streams are lost', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const database = createDatabase()
        let follower = follow(startFollowing(null), database.read(null)).next
        let lastId = follower.since
        let untold: string[] = []
        let isFresh = false
        const looks: { topics: string[]; untold: string[]; isFresh: boolean }[] = []
        for (const { kind, ...more } of [...steps, { kind: 'look' as const }]) {
          const nth = 'nth' in more ? more.nth : 0
          if (kind === 'begin') database.begin(nth)
          else if (kind === 'abort') database.abort(nth)
          else if (kind === 'commit') untold.push(...words(database.commit(nth)))
          else if (kind === 'come back') {
            follower = startFollowing(lastId)
            isFresh = true
          } else {
            const { topics, next } = follow(follower, database.read(follower.since))
            looks.push({ topics, untold, isFresh })
            follower = next
            if (topics.length > 0 || isFresh) lastId = next.since
            isFresh = false
            untold = []
          }
        }
        for (const { topics, untold } of looks) expect(topics).toEqual(expect.arrayContaining(untold))
        // On one stream nothing is told again, however long a transaction stays open.
        for (const { topics, untold } of looks.filter((look) => !look.isFresh))
          expect(topics.toSorted()).toEqual([...new Set(untold)].toSorted())
      }),
      { numRuns: 2000 },
    )
  })

  it('tells everything, once, to whoever is ahead of the database', () => {
    const reading = { xmin: 90n, xmax: 95n, changes: [] }
    const { topics, next } = follow(startFollowing(96n), reading)
    expect(topics).toEqual(TOPICS)
    expect(follow(next, reading).topics).toEqual([])
    expect(follow(startFollowing(95n), reading).topics).toEqual([])
  })

  it('takes the mark of what was forgotten for everything, and a topic of a later version for nothing', () => {
    expect(topicsOf(EVERYTHING)).toEqual(TOPICS)
    expect(topicsOf('holograms')).toEqual([])
  })
})

function words(change: Change | undefined): string[] {
  return change ? [change.word] : []
}
