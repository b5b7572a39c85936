import { expect, test } from 'vitest'
import { eventValues } from './event-form-values.ts'
import { saveLimits } from './save-limits.ts'
import { changedRecurrence } from './series-rule.ts'
import { occurrence } from './testing/occurrence.ts'

const WEDNESDAY = { date: '2031-06-11', time: '10:00' }

test('B5: a rule that has only followed its start is not one that somebody changed', () => {
  const event = occurrence()
  const values = eventValues(event)
  expect(changedRecurrence(values, event)).toBeUndefined()
  const followed = { ...values, startsAt: WEDNESDAY, recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=WE' }
  expect(changedRecurrence(followed, event)).toBeUndefined()
  expect(saveLimits(followed, event)).toEqual({})
  expect(changedRecurrence({ ...values, recurrence: followed.recurrence }, event)).toBe('RRULE:FREQ=WEEKLY;BYDAY=WE')
})

test('B5: what was moved by itself is measured from the time that its series gives it', () => {
  const event = occurrence({ originalStartsAt: '2031-06-09T08:00:00Z', recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=MO' })
  const values = eventValues(event)
  expect(changedRecurrence({ ...values, startsAt: WEDNESDAY, recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=WE' }, event)).toBe(
    undefined,
  )
  expect(changedRecurrence({ ...values, recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU' }, event)).toContain('BYDAY=TU')
})

test('B5: one event can not repeat by itself, and the question says so', () => {
  const event = occurrence()
  const values = eventValues(event)
  const limits = saveLimits({ ...values, recurrence: 'RRULE:FREQ=DAILY' }, event)
  expect(limits).toEqual({ scopes: ['following', 'all'], note: expect.stringContaining('You changed how it repeats') })
  expect(changedRecurrence({ ...values, recurrence: '' }, event)).toBeNull()
  expect(saveLimits({ ...values, recurrence: '' }, event).note).toContain('Only this one stays')
  expect(changedRecurrence({ ...values, recurrence: '' }, occurrence({ seriesId: null, recurrence: null }))).toBe(
    undefined,
  )
})
