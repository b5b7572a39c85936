/**
 * An interval list: `[start0, end0, start1, end1, …]` in epoch milliseconds, sorted, half-open, disjoint. Flat numbers
 * because a search reads hundreds of thousands of them.
 */
export type Intervals = number[]

/**
 * Any pairs of bounds as an interval list: sorted, what overlaps or touches joined, what is empty or reversed left out.
 * Pairs that are one already come back as they are.
 */
export function mergeIntervals(pairs: number[]): Intervals {
  if (isMerged(pairs)) return pairs
  return join(sortPairs(pairs))
}

/** Each interval longer by `before` and `after` milliseconds. */
export function widenIntervals(list: readonly number[], before: number, after: number): Intervals {
  return before === 0 && after === 0
    ? [...list]
    : join(list.map((bound, i) => (i % 2 ? bound + after : bound - before)))
}

/** The time that is in both lists. */
export function intersectIntervals(a: readonly number[], b: readonly number[]): Intervals {
  const both: Intervals = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(bound(a, i), bound(b, j))
    const end = Math.min(bound(a, i + 1), bound(b, j + 1))
    if (start < end) both.push(start, end)
    if (bound(a, i + 1) < bound(b, j + 1)) i += 2
    else j += 2
  }
  return both
}

/** The time of `list` that is not in `taken`. */
export function subtractIntervals(list: readonly number[], taken: readonly number[]): Intervals {
  return intersectIntervals(list, [-Infinity, ...taken, Infinity])
}

/** The index of the first start whose interval ends after `time`; the list's length when there is none. */
export function firstEndingAfter(list: readonly number[], time: number): number {
  let low = 0
  let high = list.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (bound(list, 2 * middle + 1) > time) high = middle
    else low = middle + 1
  }
  return 2 * low
}

/** A bound of the list, or infinity beyond its end. */
export function bound(list: readonly number[], index: number): number {
  return list[index] ?? Infinity
}

function isMerged(pairs: readonly number[]): boolean {
  for (let i = 1; i < pairs.length; i++) if (bound(pairs, i) <= bound(pairs, i - 1)) return false
  return true
}

function sortPairs(pairs: readonly number[]): number[] {
  const starts = Array.from({ length: pairs.length / 2 }, (_, i) => 2 * i)
  starts.sort((a, b) => bound(pairs, a) - bound(pairs, b))
  return starts.flatMap((i) => [bound(pairs, i), bound(pairs, i + 1)])
}

function join(sorted: readonly number[]): Intervals {
  const joined: Intervals = []
  let end = -Infinity
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    const start = bound(sorted, i)
    const nextEnd = bound(sorted, i + 1)
    if (nextEnd <= start) continue
    if (start > end) joined.push(start, nextEnd)
    else if (nextEnd > end) joined[joined.length - 1] = nextEnd
    end = Math.max(end, nextEnd)
  }
  return joined
}
