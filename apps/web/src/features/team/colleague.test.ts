import fc from 'fast-check'
import { expect, test } from 'vitest'
import { presenceAt, toColleague } from './colleague.ts'

const person = {
  userId: 'ben',
  name: 'Ben',
  email: 'ben@lighthouse.example',
  timeZone: 'Europe/Berlin',
  isHoursSet: true,
  working: [{ startsAt: '2031-06-10T07:00:00Z', endsAt: '2031-06-10T15:00:00Z' }],
  busy: [
    busy('2031-06-10T08:00:00Z', '2031-06-10T09:00:00Z', 'Review'),
    busy('2031-06-10T08:30:00Z', '2031-06-10T10:00:00Z', null),
  ],
}

function busy(startsAt: string, endsAt: string, title: string | null) {
  return { startsAt, endsAt, title, eventId: title, status: null, source: null }
}

const at = (time: string) => Date.parse(`2031-06-10T${time}:00Z`)
const look = (from: string, to: string) => {
  const { presence, taking } = presenceAt(toColleague(person), at(from), at(to))
  return [presence, ...taking.map(({ title }) => title)]
}

test('somebody is busy, outside their hours, or free; what only touches is not in the way', () => {
  expect(look('07:00', '08:00')).toEqual(['available'])
  expect(look('07:30', '08:15')).toEqual(['busy', 'Review'])
  expect(look('08:30', '09:00')).toEqual(['busy', 'Review', null])
  expect(look('14:30', '15:15')).toEqual(['outside-hours'])
  expect(look('09:45', '16:00')).toEqual(['busy', null])
  expect(look('10:00', '15:00')).toEqual(['available'])
})

test('somebody is free in a stretch exactly when they are in both of its parts', () => {
  const colleague = toColleague(person)
  const isFree = (from: number, to: number) => presenceAt(colleague, from, to).presence === 'available'
  const length = fc.integer({ min: 1, max: at('12:00') - at('06:00') })
  fc.assert(
    fc.property(fc.integer({ min: at('06:00'), max: at('16:00') }), length, length, (from, first, second) => {
      const [middle, to] = [from + first, from + first + second]
      expect(isFree(from, to)).toBe(isFree(from, middle) && isFree(middle, to))
    }),
  )
})
