import { expect, test } from 'vitest'
import { findMatches } from './find-matches.ts'

const ZONES = ['America/Sao_Paulo', 'America/New_York', 'Europe/Berlin', 'Africa/Tunis'].map((value) => ({
  value,
  keywords: [],
}))
const found = (query: string) => findMatches(ZONES, query).map(({ value }) => value)

test('every word must be somewhere, whatever its case and accents', () => {
  expect(found('são paulo')).toEqual(['America/Sao_Paulo'])
  expect(found('york new')).toEqual(['America/New_York'])
  expect(found('york berlin')).toEqual([])
})

test('nothing typed finds all, and what begins with the words comes first', () => {
  expect(found('')).toHaveLength(4)
  expect(
    findMatches(
      [
        { value: 'zan', keywords: [] },
        { value: 'ana', keywords: [] },
      ],
      'an',
    )[0]?.value,
  ).toBe('ana')
})
