import { expect, test } from 'vitest'
import { strangersIn, strangersText } from './strangers.ts'

const unknown = (email?: string) => ({ code: 'UNKNOWN_PERSON' as const, message: '', ...(email && { email }) })
const guests = (count: number) => Array.from({ length: count }, (_, i) => `guest${i}@x.example`)

test('E1: whoever is unknown is named, and of many a few', () => {
  const few = strangersIn([unknown('a@x.example'), { code: 'IN_THE_PAST', message: '' }, unknown('b@x.example')])
  expect(few).toEqual({ emails: ['a@x.example', 'b@x.example'], isMore: false })
  expect(strangersText(few)).toBe('a@x.example and b@x.example')
  expect(strangersText({ emails: guests(5), isMore: false })).toMatch(/and guest4@x.example$/)
  expect(strangersText({ emails: guests(6), isMore: false })).toMatch(/guest4@x.example and others$/)
  expect(strangersText(strangersIn([unknown('a@x.example'), unknown()]))).toBe('a@x.example and others')
})
