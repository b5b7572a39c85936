import { expect, test } from 'vitest'
import { nextStop } from './roving.ts'

const [offsite, early, late, tuesday, thursday] = [
  '2031-06-09',
  '2031-06-09T08:00:00+02:00[Europe/Berlin]',
  '2031-06-09T16:00:00+02:00[Europe/Berlin]',
  '2031-06-10T09:00:00+02:00[Europe/Berlin]',
  '2031-06-12T15:00:00+02:00[Europe/Berlin]',
].map((from) => ({ from }))
const stops = [offsite, early, late, tuesday, thursday].filter((stop) => stop !== undefined)

function lead(from: (typeof stops)[number] | undefined, key: string, isRightToLeft = false) {
  return from && nextStop(stops, from, key, isRightToLeft)
}

test('the keys lead through the events in order of time, and to the ends', () => {
  expect(lead(offsite, 'ArrowDown')).toBe(early)
  expect(lead(thursday, 'ArrowUp')).toBe(tuesday)
  expect(lead(thursday, 'ArrowDown')).toBeNull()
  expect(lead(late, 'Home')).toBe(offsite)
  expect(lead(late, 'End')).toBe(thursday)
})

test('across, the keys lead to the nearest time on the next day with an event, as the text runs', () => {
  expect(lead(early, 'ArrowRight')).toBe(tuesday)
  expect(lead(tuesday, 'ArrowRight')).toBe(thursday)
  expect(lead(tuesday, 'ArrowLeft')).toBe(early)
  expect(lead(thursday, 'ArrowLeft')).toBe(tuesday)
  expect(lead(tuesday, 'ArrowLeft', true)).toBe(thursday)
})
