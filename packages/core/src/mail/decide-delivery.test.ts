import { describe, expect, it } from 'vitest'
import type { RemindedEvent } from '../reminders/plan-reminders.ts'
import { Temporal } from '../temporal.ts'
import { decideCancellation, decideReminder, decideTakeover, isFresh } from './decide-delivery.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const EVENT: RemindedEvent = {
  id: 'event',
  version: 1,
  startsAt: NOW.add({ minutes: 1 }),
  allDay: false,
  status: 'SCHEDULED',
  source: 'internal',
  seriesId: null,
  reminderOffsetsMinutes: null,
  participants: [
    { email: 'ana@example.com', status: 'accepted' },
    { email: 'ben@example.com', status: 'declined' },
  ],
}

describe('F3: what becomes of a reminder whose time has come', () => {
  const decide = (event: RemindedEvent | null, { email = 'ana@example.com', hasNearer = false } = {}) => {
    const delivery = decideReminder({ recipientEmail: email, event, hasNearer, now: NOW })
    return delivery.act === 'skip' ? delivery.reason : delivery.act
  }
  it.each([
    ['of an event to come', EVENT, {}, 'send'],
    ['of one in conflict, which takes place for all that people know', { ...EVENT, status: 'CONFLICT' }, {}, 'send'],
    ['of one that begins now', { ...EVENT, startsAt: NOW }, {}, 'STARTED'],
    ['of one that is over', { ...EVENT, status: 'COMPLETED' }, {}, 'STARTED'],
    ['of one that is cancelled', { ...EVENT, status: 'CANCELLED' }, {}, 'CANCELLED'],
    ['of one that is gone', null, {}, 'CANCELLED'],
    ['to somebody who declined', EVENT, { email: 'ben@example.com' }, 'NOT_TAKING_PART'],
    ['to somebody who left', EVENT, { email: 'cleo@example.com' }, 'NOT_TAKING_PART'],
    ['beside a nearer one', EVENT, { hasNearer: true }, 'NEARER_REMINDER'],
  ] as const)('%s', (_case, event, circumstances, expected) => {
    expect(decide(event, circumstances)).toBe(expected)
  })
})

describe('F1: a cancellation', () => {
  const decide = (told: 'invitation' | 'update' | 'cancellation' | null, isReminded = false) => {
    const heard = told && { kind: told, event: null }
    const delivery = decideCancellation({ kind: 'cancellation', told: heard, isReminded, isOnItsWay: false })
    return delivery.act === 'skip' ? delivery.reason : delivery.act
  }
  it('goes to who has heard of the event, once', () => {
    expect([decide('invitation'), decide('update'), decide('cancellation'), decide(null), decide(null, true)]).toEqual([
      'send',
      'send',
      'NOTHING_NEW',
      'NEVER_INVITED',
      'send',
    ])
  })
})

describe('F3: a mail that another worker left behind', () => {
  const decide = (status: 'PENDING' | 'CLAIMED', minutesAgo: number | null, keyHours = 23, hasStarted = false) =>
    decideTakeover({
      status,
      attemptedAt: minutesAgo === null ? null : NOW.subtract({ minutes: minutesAgo }),
      keyHours,
      hasStarted,
      now: NOW,
    })
  it.each([
    ['not handed over yet', decide('CLAIMED', null), 'anew'],
    ['refused for the moment', decide('PENDING', 5), 'anew'],
    ['handed over to a service that knows its key', decide('CLAIMED', 23 * 60 - 1), 'again'],
    ['handed over too long ago', decide('CLAIMED', 23 * 60), 'unknown'],
    ['handed over without a key', decide('CLAIMED', 0, 0), 'unknown'],
    ['left in the outbox', decide('CLAIMED', 60 * 24 * 365, Infinity), 'again'],
    ['of an event that has begun since', decide('CLAIMED', 5, 23, true), 'unknown'],
  ])('%s', (_case, decision, expected) => {
    expect(decision).toBe(expected)
  })

  it('says the same again only while that is still right', () => {
    expect([
      isFresh(null, NOW),
      isFresh(NOW.subtract({ minutes: 9 }), NOW),
      isFresh(NOW.subtract({ minutes: 10 }), NOW),
    ]).toEqual([false, true, false])
  })
})
