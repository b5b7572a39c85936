import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { expiryOf, hasExpired, LIFETIMES } from './token-expiry.ts'

const AT = Temporal.Instant.from('2026-03-10T09:00:00Z')

test('H4: a lifetime is counted from the moment that a token is made', () => {
  expect(LIFETIMES.map(({ value }) => expiryOf(value, AT))).toEqual([
    '2026-04-09T09:00:00Z',
    '2026-06-08T09:00:00Z',
    '2027-03-10T09:00:00Z',
    undefined,
  ])
})

test('H4: a token has expired from its last moment on, and one without an end never has', () => {
  expect(hasExpired('2026-03-10T09:00:00.001Z', AT)).toBe(false)
  expect(hasExpired('2026-03-10T09:00:00Z', AT)).toBe(true)
  expect(hasExpired(null, AT)).toBe(false)
})
