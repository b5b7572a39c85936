import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stackBlocks } from './stack-blocks.ts'

const blocks = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 12 })
  .map((list) => list.map(([from, length], id) => ({ id, from, to: from + length })))

test('C4: no block covers another, and whoever overlaps nobody has the row to themselves', () => {
  fc.assert(
    fc.property(blocks, (list) => {
      const stacked = stackBlocks(list)
      expect(stacked.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(list.map(({ id }) => id))
      for (const a of stacked) {
        expect(a.lane).toBeLessThan(a.lanes)
        const overlapping = stacked.filter((b) => b.id !== a.id && a.from < b.to && b.from < a.to)
        for (const b of overlapping) expect([b.lane === a.lane, b.lanes]).toEqual([false, a.lanes])
        expect(a.lanes === 1).toBe(overlapping.length === 0)
      }
    }),
  )
})
