import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import {
  daysOf,
  formatDate,
  formatDateRange,
  formatOffset,
  formatTime,
  formatTimeRange,
  formatWhen,
  formatWhenShort,
} from './format-time.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'
/** 10:00 to 11:30 in Berlin. */
const MEETING = {
  startsAt: '2031-06-10T08:00:00Z',
  endsAt: '2031-06-10T09:30:00Z',
  allDay: false,
  timeZone: BERLIN,
}
const OFFSITE = {
  startsAt: '2031-06-09T22:00:00Z',
  endsAt: '2031-06-12T22:00:00Z',
  allDay: true,
  timeZone: BERLIN,
}

/** `Intl` separates with narrow and thin spaces, which nobody types. */
function plain(text: string): string {
  return text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ')
}

test('a time follows zone and region', () => {
  expect(plain(formatTime(MEETING.startsAt, BERLIN, 'en-GB'))).toBe('10:00')
  expect(plain(formatTime(MEETING.startsAt, NEW_YORK, 'en-US'))).toBe('4:00 AM')
  expect(plain(formatTime(MEETING.startsAt, NEW_YORK, 'en-GB'))).toBe('04:00')
  expect(plain(formatTimeRange(MEETING.startsAt, MEETING.endsAt, BERLIN, 'en-US'))).toBe('10:00 – 11:30 AM')
})

test('a meeting is said with its date, and with both dates when it ends on another day', () => {
  expect(plain(formatWhen(MEETING, BERLIN, 'en-GB'))).toBe('Tuesday, 10 June 2031, 10:00–11:30')
  const night = { ...MEETING, startsAt: '2031-06-10T20:00:00Z', endsAt: '2031-06-11T04:00:00Z' }
  expect(plain(formatWhen(night, BERLIN, 'en-GB'))).toBe('10 Jun 2031, 22:00 – 11 Jun 2031, 06:00')
  expect(plain(formatWhenShort(MEETING, BERLIN, 'en-GB'))).toBe('Tue 10 Jun, 10:00–11:30')
})

test('an all-day event means its days in its own zone, wherever it is read', () => {
  expect(plain(formatWhen(OFFSITE, NEW_YORK, 'en-GB'))).toBe('10 – 12 June 2031')
  const { first, last } = daysOf(OFFSITE, NEW_YORK)
  expect([first.toString(), last.toString()]).toEqual(['2031-06-10', '2031-06-12'])
})

test('an event that ends at midnight does not touch the next day', () => {
  const late = { ...MEETING, startsAt: '2031-06-10T21:00:00Z', endsAt: '2031-06-10T22:00:00Z' }
  expect(daysOf(late, BERLIN).last.toString()).toBe('2031-06-10')
})

test('dates do not depend on the zone of the computer', () => {
  const date = Temporal.PlainDate.from('2031-06-10')
  expect(formatDate(date, 'full', 'en-US')).toBe('Tuesday, June 10, 2031')
  expect(formatDate(date, 'short', 'en-GB')).toBe('Tue 10 Jun')
  expect(plain(formatDateRange(date, date.add({ days: 25 }), 'short', 'en-US'))).toBe('Jun 10 – Jul 5, 2031')
})

test('the distance from UTC is that of the moment', () => {
  expect(formatOffset(BERLIN, Temporal.Instant.from('2031-01-10T00:00:00Z'))).toBe('GMT+1')
  expect(formatOffset(BERLIN, Temporal.Instant.from('2031-06-10T00:00:00Z'))).toBe('GMT+2')
})
