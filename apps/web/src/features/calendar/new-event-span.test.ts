import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { newEventSpan } from './new-event-span.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const WEEK = { first: date('2031-06-09'), last: date('2031-06-15') }
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin')

test('B1: today in sight, a new event starts at the next full hour', () => {
  expect(newEventSpan(at('2031-06-10T13:20'), WEEK, date('2031-06-12'))).toEqual({
    startsAt: '2031-06-10T12:00:00Z',
    endsAt: '2031-06-10T13:00:00Z',
  })
})

test('B1: late in the evening it starts tomorrow morning, and elsewhere in the morning of the chosen day', () => {
  expect(newEventSpan(at('2031-06-10T21:00'), WEEK, date('2031-06-10')).startsAt).toBe('2031-06-11T07:00:00Z')
  expect(newEventSpan(at('2031-06-16T13:20'), WEEK, date('2031-06-12')).startsAt).toBe('2031-06-12T07:00:00Z')
})
