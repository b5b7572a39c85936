import type { LostValue } from '@astralis/core/sync/lost-value'
import { expect, test } from 'vitest'
import { readLost } from './read-lost.ts'

const LOST: LostValue = { side: 'here', group: 'text', kept: { title: 'A' }, dropped: { title: 'B' } }

test('G5: what gave way is found in the detail of an entry; what is none is left out', () => {
  expect(readLost({ lost: [LOST, { ...LOST, group: 'colour' }, { ...LOST, kept: null }, 7] })).toEqual([LOST])
  expect(readLost({ items: 3 })).toEqual([])
  expect(readLost(null)).toEqual([])
})
