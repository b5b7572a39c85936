import { expect, test } from 'vitest'
import { countsText, groupReminders, type Reminder } from './reminder-groups.ts'

function reminder(change: Partial<Reminder>): Reminder {
  return {
    id: 'the-id',
    recipientEmail: 'ana@lighthouse.example',
    offsetMinutes: 60,
    dueAt: '2031-06-10T07:00:00Z',
    status: 'PENDING',
    skipReason: null,
    sentAt: null,
    error: null,
    ...change,
  }
}

test('F4: reminders stand by lead time and moment; the plans of before a move are gone, what was sent for them is not', () => {
  const groups = groupReminders([
    reminder({ offsetMinutes: 1440, dueAt: '2031-06-08T08:00:00Z', status: 'SENT' }),
    reminder({ offsetMinutes: 1440, dueAt: '2031-06-08T08:00:00Z', status: 'SKIPPED', skipReason: 'CHANGED' }),
    reminder({ offsetMinutes: 1440, dueAt: '2031-06-09T08:00:00Z' }),
    reminder({}),
    reminder({ recipientEmail: 'tom@partner.example', status: 'SKIPPED', skipReason: 'STARTED' }),
  ])
  expect(groups.map(({ dueAt, reminders }) => [dueAt, reminders.length])).toEqual([
    ['2031-06-08T08:00:00Z', 1],
    ['2031-06-09T08:00:00Z', 1],
    ['2031-06-10T07:00:00Z', 2],
  ])
})

test('F2: how many there are of each state is said in words', () => {
  expect(countsText([])).toBe('')
  const statuses = ['SENT', 'PENDING', 'CLAIMED', 'FAILED', 'UNKNOWN', 'SKIPPED'] as const
  expect(countsText(statuses.map((status) => reminder({ status })))).toBe(
    '1 sent, 2 to come, 1 failed, 1 in doubt, 1 left out',
  )
})
