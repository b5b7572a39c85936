import { expect, test } from 'vitest'
import { readCalendarSearch } from './calendar-search.ts'

const ID = '3f0e8a52-97a1-4c7e-9d54-3b2f0f6c8d11'

test('the address says view, date, people, and an event to open', () => {
  const search = { view: 'day', date: '2031-06-10', people: [ID], event: ID }
  expect(readCalendarSearch(search)).toEqual(search)
  expect(readCalendarSearch({ people: 'everyone' }).people).toBe('everyone')
})

test('what it says wrong is ignored', () => {
  const nothing = { view: undefined, date: undefined, people: undefined, event: undefined }
  expect(readCalendarSearch({ view: 'year', date: '2031-13-10', people: ['me', 7], event: 'lunch' })).toEqual(nothing)
  expect(readCalendarSearch({ date: 20310610, people: [] })).toEqual(nothing)
})
