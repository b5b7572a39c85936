import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSpan } from '../events/event-form-values.ts'
import { valuesOfRange } from './book-range.ts'
import { wireOf } from './team-axis.ts'

const ANA = { email: 'ana@lighthouse.example', name: 'Ana Silva', timeZone: 'Europe/Berlin' }
const MAX = { email: 'max@lighthouse.example', name: 'Max Holt' }
const QUARTER = 15 * 60_000
const MIDNIGHT = Date.parse('2031-10-25T22:00:00Z')

test('D3: the form means the time that was drawn, also in the hour that the wall shows twice', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.integer({ min: 1, max: 16 }), (step, length) => {
      const from = MIDNIGHT + step * QUARTER
      const to = from + length * QUARTER
      expect(toSpan(valuesOfRange({ from, to }, [MAX], ANA))).toEqual({ startsAt: wireOf(from), endsAt: wireOf(to) })
    }),
  )
})

test('it is in the viewer’s zone on every other day, and everybody is in it once, the viewer as its organizer', () => {
  const from = Date.parse('2031-06-10T08:00:00Z')
  const { participants, timeZone, startsAt } = valuesOfRange({ from, to: from + QUARTER }, [MAX, ANA], ANA)
  expect([timeZone, startsAt]).toEqual(['Europe/Berlin', { date: '2031-06-10', time: '10:00' }])
  expect(participants.map(({ email, isOrganizer }) => [email, isOrganizer])).toEqual([
    [ANA.email, true],
    [MAX.email, false],
  ])
})
