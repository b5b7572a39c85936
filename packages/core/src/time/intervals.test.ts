import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bound,
  firstEndingAfter,
  intersectIntervals,
  mergeIntervals,
  subtractIntervals,
  widenIntervals,
} from './intervals.ts'

const pairs = fc
  .array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -5, max: 20 })), { maxLength: 12 })
  .map((list) => list.flatMap(([start, length]) => [start, start + length]))

/** The whole numbers that the pairs cover. */
function points(list: readonly number[]): number[] {
  const covered = new Set<number>()
  for (let i = 0; i < list.length; i += 2)
    for (let point = list[i] ?? 0; point < (list[i + 1] ?? 0); point++) covered.add(point)
  return [...covered].toSorted((a, b) => a - b)
}

describe('interval lists', () => {
  it('merging keeps every point, sorts, and leaves time between any two', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const merged = mergeIntervals([...list])
        expect(points(merged)).toEqual(points(list))
        for (const [index, moment] of merged.entries()) expect(moment).toBeGreaterThan(merged[index - 1] ?? -Infinity)
      }),
    )
  })

  it('merging a second time, or in another order, changes nothing', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const merged = mergeIntervals([...list])
        const turned = Array.from({ length: list.length / 2 }, (_, i) => list.slice(2 * i, 2 * i + 2))
        expect(mergeIntervals(merged)).toBe(merged)
        expect(mergeIntervals(turned.toReversed().flat())).toEqual(merged)
      }),
    )
  })

  it('widening is merging the longer intervals', () => {
    fc.assert(
      fc.property(pairs, fc.nat(10), fc.nat(10), (list, before, after) => {
        const merged = mergeIntervals([...list])
        const longer = merged.map((moment, index) => (index % 2 ? moment + after : moment - before))
        expect(points(widenIntervals(merged, before, after))).toEqual(points(longer))
        expect(mergeIntervals(widenIntervals(merged, before, after))).toEqual(widenIntervals(merged, before, after))
      }),
    )
  })

  it('what is in both, and what is only in the first, are those points of the first', () => {
    fc.assert(
      fc.property(pairs, pairs, (first, second) => {
        const [a, b] = [mergeIntervals([...first]), mergeIntervals([...second])]
        const inB = new Set(points(b))
        expect(points(intersectIntervals(a, b))).toEqual(points(a).filter((point) => inB.has(point)))
        expect(points(subtractIntervals(a, b))).toEqual(points(a).filter((point) => !inB.has(point)))
        for (const list of [intersectIntervals(a, b), subtractIntervals(a, b)])
          expect(mergeIntervals([...list])).toEqual(list)
      }),
    )
  })

  it('the first interval that ends after a moment is found by halves as by looking at each', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -60, max: 80 }), (list, moment) => {
        const merged = mergeIntervals([...list])
        const ends = merged.filter((_, index) => index % 2)
        const slow = ends.findIndex((end) => end > moment)
        expect(firstEndingAfter(merged, moment)).toBe(slow === -1 ? merged.length : 2 * slow)
      }),
    )
    expect(bound([], firstEndingAfter([], 0))).toBe(Infinity)
  })
})
