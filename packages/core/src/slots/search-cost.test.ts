import { expect, it } from 'vitest'
import { RATE_LIMITS } from '../access/rate-limits.ts'
import { searchCost } from './search-cost.ts'
import { suggestInput } from './suggest-input.ts'

const LIMIT = RATE_LIMITS['suggest.person'].attempts

function cost(people: number, days: number, recurrence?: string): number | null {
  const from = Date.UTC(2026, 0, 5)
  const asked = suggestInput.safeParse({
    participants: Array.from({ length: people }, (_, nth) => `person-${nth}@example.com`),
    durationMinutes: 30,
    range: { from: new Date(from).toISOString(), to: new Date(from + days * 86_400_000).toISOString() },
    timeZone: 'Europe/Berlin',
    ...(recurrence !== undefined && { recurrence }),
  })
  return asked.success ? searchCost(asked.data) : null
}

it('a search costs its people times its days', () => {
  expect(cost(4, 5)).toBe(20)
  expect(cost(1, 1 / 48)).toBe(1)
  expect(cost(4, 5, 'FREQ=WEEKLY')).toBe(4 * (5 + 18 * 31))
})

it.each([
  ['many people', 10_000, 40, undefined],
  ['many days', 1100, 360, undefined],
  ['a meeting that repeats', 710, 5, 'FREQ=DAILY'],
] as const)(
  'the largest question that is allowed may be asked several times a minute: %s',
  (_case, people, days, rule) => {
    const largest = cost(people, days, rule)
    expect(largest).toBeGreaterThan(390_000)
    expect(largest).toBeLessThanOrEqual(400_000)
    expect(LIMIT / (largest ?? Infinity)).toBeGreaterThanOrEqual(5)
    expect(cost(people + Math.ceil(people / 10), days, rule)).toBeNull()
  },
)
