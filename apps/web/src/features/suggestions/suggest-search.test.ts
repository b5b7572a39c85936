import { expect, test } from 'vitest'
import { readSuggestSearch } from './suggest-search.ts'

test('E1: a search can be read from its address', () => {
  const search = {
    people: ['ana@lighthouse.example'],
    optional: ['tom@partner.example'],
    minutes: 45,
    from: '2031-03-24',
    to: '2031-04-04',
    zone: 'Europe/Berlin',
    time: 'morning',
    repeat: 'weekly',
    title: 'Review',
  }
  expect(readSuggestSearch(search)).toEqual(search)
})

test('E1: what an address says wrong is ignored', () => {
  const wrong = {
    people: 'ana',
    optional: [1, 'tom@partner.example'],
    minutes: 4.5,
    from: '2031-13-01',
    to: 7,
    zone: '',
  }
  expect(readSuggestSearch({ ...wrong, time: 'noon', repeat: 'sometimes', title: 3 })).toEqual({
    optional: ['tom@partner.example'],
  })
})
