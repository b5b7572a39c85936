import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import type { AvailabilityValues } from './availability-values.ts'
import { previewDays } from './preview-days.ts'

const HOUR = 3_600_000
const BERLIN: AvailabilityValues = {
  timeZone: 'Europe/Berlin',
  rules: [
    { dayOfWeek: 6, startTime: '22:00', endTime: '04:00', isActive: true },
    { dayOfWeek: 7, startTime: '09:00', endTime: '17:00', isActive: true },
    { dayOfWeek: 1, startTime: '09:00', endTime: '17:00', isActive: false },
  ],
  overrides: [{ date: '2031-04-01', ranges: [{ startTime: '10:00', endTime: '12:00' }] }],
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
}

function preview(values: AvailabilityValues, first: string, count: number) {
  return previewDays(values, Temporal.PlainDate.from(first), count).map(({ hours, start, end, ...day }) => ({
    ...day,
    date: day.date.toString(),
    lengthHours: (end - start) / HOUR,
    hours: hours.map((stretch) => [(stretch.start - start) / HOUR, (stretch.end - start) / HOUR]),
  }))
}

test('D2, D3, D4: each day has its own part of the hours, and a spring day is an hour shorter', () => {
  const [saturday, sunday, monday, tuesday] = preview(BERLIN, '2031-03-29', 4)
  expect(saturday).toMatchObject({ hours: [[22, 24]], lengthHours: 24, clockChange: null })
  expect(sunday).toMatchObject({ date: '2031-03-30', lengthHours: 23 })
  // Two hours of sleep until the clocks change, and one after; then nine o'clock is eight hours after midnight.
  expect(sunday?.hours).toEqual([
    [0, 3],
    [8, 16],
  ])
  expect(sunday?.clockChange?.minutes).toBe(60)
  expect(monday).toMatchObject({ hours: [], isOverridden: false })
  expect(tuesday).toMatchObject({ hours: [[10, 12]], isOverridden: true })
})

test('D4: what is still being typed is left out', () => {
  const typing = { ...BERLIN, rules: [{ dayOfWeek: 1 as const, startTime: '', endTime: '17:00', isActive: true }] }
  expect(preview(typing, '2031-03-31', 1)).toMatchObject([{ hours: [] }])
  expect(preview({ ...BERLIN, overrides: [{ date: '', ranges: [] }] }, '2031-04-01', 1)).toMatchObject([{ hours: [] }])
})
