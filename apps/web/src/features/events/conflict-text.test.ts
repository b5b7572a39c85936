import { expect, test } from 'vitest'
import { conflictLine, peopleText } from './conflict-text.ts'

const PEOPLE = [
  { email: 'tom@partner.example', name: 'Tom Reed' },
  { email: 'zoe@partner.example', name: null },
]

test('C4: people are called by their names where they are known, and the reader "you", first', () => {
  const emails = ['tom@partner.example', 'zoe@partner.example', 'ana@lighthouse.example']
  expect(peopleText(emails, PEOPLE, 'ana@lighthouse.example')).toBe('you, Tom Reed, and zoe@partner.example')
  expect(peopleText(['tom@partner.example'], PEOPLE, 'ana@lighthouse.example')).toBe('Tom Reed')
})

test('C1: a conflict is said as who, what and when, in the reader’s zone', () => {
  const conflict = {
    eventId: 'e',
    title: 'Interview',
    startsAt: '2031-06-10T09:00:00Z',
    endsAt: '2031-06-10T10:00:00Z',
    participants: ['tom@partner.example'],
    source: 'internal' as const,
  }
  expect(conflictLine(conflict, PEOPLE, 'ana@lighthouse.example', 'Asia/Kolkata')).toMatchObject({
    who: 'Tom Reed',
    what: 'Interview',
    when: expect.stringContaining('2:30'),
  })
})
