import { expect, test } from 'vitest'
import { lostLines } from './lost-lines.ts'

const TIME = {
  allDay: false,
  startsAt: '2026-03-10T09:00:00',
  endsAt: '2026-03-10T10:30:00',
  timeZone: 'America/New_York',
  recurrence: null,
}

test('G5: a time that gave way is said as it stood on the wall, with its zone', () => {
  const moved = { ...TIME, startsAt: '2026-03-10T14:00:00', endsAt: '2026-03-10T15:30:00' }
  expect(lostLines({ kept: moved, dropped: TIME }, 'en-GB')).toEqual([
    {
      field: 'Time',
      kept: 'Tuesday, 10 March 2026, 14:00–15:30 (America/New York)',
      dropped: 'Tuesday, 10 March 2026, 09:00–10:30 (America/New York)',
    },
  ])
})

test('G5: a rule that gave way is said in words', () => {
  const weekly = { ...TIME, recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU' }
  const [line] = lostLines({ kept: TIME, dropped: weekly }, 'en-GB')
  expect(line).toMatchObject({ field: 'Repeats', kept: 'None' })
  expect(line?.dropped).toMatch(/^Every .*Tuesday/)
})

test('G5: only fields that differ are named; one that was emptied is said to be none', () => {
  const text = { title: 'Review', description: null, location: 'Studio 2', meetingLink: null }
  expect(lostLines({ kept: { ...text, location: null }, dropped: text })).toEqual([
    { field: 'Location', kept: 'None', dropped: 'Studio 2' },
  ])
})

test('G5: what gave way to a deletion, and a deletion that gave way', () => {
  const text = { title: 'Review', description: null, location: null, meetingLink: null }
  const deletion = { status: 'CANCELLED' } as const
  expect(lostLines({ kept: deletion, dropped: text })).toEqual([{ field: 'Title', kept: 'Deleted', dropped: 'Review' }])
  expect(lostLines({ kept: text, dropped: deletion })).toEqual([{ field: 'Title', kept: 'Review', dropped: 'Deleted' }])
})

test('A5: answers that gave way are said with their people', () => {
  const ana = { email: 'ana@lighthouse.example', name: 'Ana Silva', isOptional: false }
  const [line] = lostLines({
    kept: { participants: [{ ...ana, status: 'accepted' }] },
    dropped: { participants: [{ ...ana, status: 'declined' }] },
  })
  expect(line).toEqual({ field: 'People', kept: 'Ana Silva (yes)', dropped: 'Ana Silva (no)' })
})
