import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { localTimeText } from './local-time.ts'

test('E2: somebody’s local time says the day only where it is another one', () => {
  const date = Temporal.PlainDate.from('2031-03-31')
  expect(localTimeText('2031-03-31T09:00', date, 'en-GB')).toBe('09:00')
  expect(localTimeText('2031-03-30T23:30', date, 'en-GB')).toBe('Sun 23:30')
})
