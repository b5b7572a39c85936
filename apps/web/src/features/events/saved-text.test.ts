import { expect, test } from 'vitest'
import { savedText } from './saved-text.ts'
import { occurrence } from './testing/occurrence.ts'

const saved = { event: occurrence(), conflicts: [], warnings: [] }
const clash = { startsAt: '2031-06-10T08:00:00Z', endsAt: '2031-06-10T09:30:00Z', conflicts: [] }

test('B5: saving a series says how many of it are free', () => {
  const free = { total: 52, free: 52, clashes: [], summary: 'All 52 weeks free' }
  expect(savedText({ ...saved, occurrences: free }, null)).toEqual({ message: '“Standup” created, all 52 weeks free' })
  const occurrences = { total: 52, free: 50, clashes: [clash, clash], summary: '50 of 52 weeks free' }
  expect(savedText({ ...saved, occurrences }, 'all')).toEqual({
    message: 'All “Standup” events saved, 50 of 52 weeks free',
    warning: '2 of them overlap something and are kept as conflicts.',
  })
})

test('B5: saving one event says so, and what it overlaps', () => {
  expect(savedText(saved, 'this')).toEqual({ message: '“Standup” saved' })
  const conflict = {
    eventId: 'e',
    title: 'Interview',
    startsAt: '2031-06-10T08:00:00Z',
    endsAt: '2031-06-10T09:00:00Z',
    participants: [],
    source: 'internal' as const,
  }
  const event = occurrence({ status: 'CONFLICT', conflicts: [conflict] })
  expect(savedText({ ...saved, event }, null)).toEqual({
    message: '“Standup” saved as a conflict',
    warning: 'It overlaps “Interview” and is kept as a conflict.',
  })
})
