import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { planReminders, type RemindedEvent } from './plan-reminders.ts'
import { replanReminders, type ReminderChanges, type StoredReminder } from './replan-reminders.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const PEOPLE = ['ana@example.com', 'ben@example.com', 'cleo@example.com']

const someEvent: fc.Arbitrary<RemindedEvent> = fc.record({
  id: fc.constant('event'),
  version: fc.integer({ min: 1, max: 9 }),
  startsAt: fc.integer({ min: -300, max: 3000 }).map((minutes) => NOW.add({ minutes })),
  allDay: fc.boolean(),
  status: fc.constantFrom('SCHEDULED', 'CONFIRMED', 'CONFLICT', 'CANCELLED', 'COMPLETED'),
  source: fc.constant('internal'),
  seriesId: fc.constantFrom(null, 'series'),
  reminderOffsetsMinutes: fc.option(fc.uniqueArray(fc.constantFrom(0, 10, 60, 1440), { maxLength: 3 })),
  participants: fc
    .subarray(PEOPLE)
    .chain((emails) =>
      fc.tuple(
        ...emails.map((email) =>
          fc.record({ email: fc.constant(email), status: fc.constantFrom('accepted', 'declined') }),
        ),
      ),
    ),
})
const someOwn = fc.dictionary(fc.constantFrom(...PEOPLE), fc.uniqueArray(fc.constantFrom(5, 60, 1440)))
const ownOf = (own: Record<string, number[]>) => new Map(Object.entries(own))

/** What is stored after changes; one that is skipped is not looked at again. */
function apply(stored: readonly StoredReminder[], { skipped, added }: ReminderChanges): StoredReminder[] {
  const gone = new Set(skipped.map(({ id }) => id))
  const fresh = added.map((reminder): StoredReminder => ({
    ...reminder,
    id: `new ${keyOf(reminder)}`,
    status: 'PENDING',
  }))
  return [...stored.filter(({ id }) => !gone.has(id)), ...fresh]
}

const keyOf = ({ recipientEmail, offsetMinutes, dueAt }: Omit<StoredReminder, 'id' | 'status'>) =>
  `${recipientEmail} ${offsetMinutes} ${dueAt.toString()}`

describe('F4: replanning reminders', () => {
  it('from any form of an event to any other leaves exactly the reminders of the other, those of past times aside', () => {
    fc.assert(
      fc.property(fc.array(someEvent, { minLength: 1, maxLength: 4 }), someOwn, (forms, settings) => {
        const own = ownOf(settings)
        let stored: StoredReminder[] = []
        for (const event of forms) stored = apply(stored, replanReminders({ events: [event], stored, own, now: NOW }))
        const last = forms.at(-1)
        const wanted = last ? planReminders(last, own) : []
        const isToCome = ({ dueAt }: { dueAt: Temporal.Instant }) => Temporal.Instant.compare(dueAt, NOW) > 0
        expect(stored.filter(isToCome).map(keyOf).toSorted()).toEqual(wanted.filter(isToCome).map(keyOf).toSorted())
        expect(new Set(stored.map(keyOf)).size).toBe(stored.length)
      }),
    )
  })

  it('once more changes nothing', () => {
    fc.assert(
      fc.property(someEvent, someOwn, (event, settings) => {
        const replan = (stored: StoredReminder[]) =>
          replanReminders({ events: [event], stored, own: ownOf(settings), now: NOW })
        const again = replan(apply([], replan([])))
        expect([again.added, again.skipped]).toEqual([[], []])
      }),
    )
  })

  it('what was sent, or is being sent, stays and is not planned again for the same time', () => {
    fc.assert(
      fc.property(someEvent, fc.constantFrom('CLAIMED', 'SENT', 'FAILED', 'UNKNOWN'), (event, status) => {
        const own = new Map()
        const stored = apply([], replanReminders({ events: [event], stored: [], own, now: NOW }))
        const done = stored.map((reminder) => ({ ...reminder, status }))
        expect(replanReminders({ events: [event], stored: done, own, now: NOW })).toEqual({
          kept: [],
          skipped: [],
          added: [],
        })
      }),
    )
  })

  it('says why a reminder is not needed any more', () => {
    const event: RemindedEvent = {
      id: 'event',
      version: 1,
      startsAt: NOW.add({ hours: 3 }),
      allDay: false,
      status: 'SCHEDULED',
      source: 'internal',
      seriesId: null,
      reminderOffsetsMinutes: null,
      participants: [{ email: 'ana@example.com', status: 'accepted' }],
    }
    const stored = apply([], replanReminders({ events: [event], stored: [], own: new Map(), now: NOW }))
    const reasons = (changes: Partial<RemindedEvent>) =>
      replanReminders({ events: [{ ...event, ...changes }], stored, own: new Map(), now: NOW }).skipped.map(
        ({ reason }) => reason,
      )
    expect(reasons({ status: 'CANCELLED' })).toEqual(['CANCELLED'])
    expect(reasons({ participants: [] })).toEqual(['NOT_TAKING_PART'])
    expect(reasons({ startsAt: NOW.add({ hours: 4 }) })).toEqual(['CHANGED'])
    expect(reasons({ reminderOffsetsMinutes: [] })).toEqual(['CHANGED'])
  })
})
