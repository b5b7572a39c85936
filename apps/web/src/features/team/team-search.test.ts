import { expect, test } from 'vitest'
import { readTeamSearch } from './team-search.ts'

const ID = '0190b4f2-5d1e-7c3a-9f00-0123456789ab'

test('the address says whose time and which days; what it says wrong is ignored', () => {
  const search = { view: 'week', date: '2031-06-10', people: [ID] } as const
  expect(readTeamSearch({ ...search })).toEqual(search)
  expect(readTeamSearch({ view: 'month', date: 'soon', people: 'everyone' })).toEqual({})
})
