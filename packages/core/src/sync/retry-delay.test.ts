import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelaySeconds } from './retry-delay.ts'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const attempt = fc.integer({ min: 1, max: 1000 })

describe('how long to wait before the next try', () => {
  it('at most twice as long as last time, and never more than 64 s', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((attempt) =>
      retryDelaySeconds({ attempt, retryAfterSeconds: null, random: 1 }),
    )
    expect(longest).toEqual([1, 2, 4, 8, 16, 32, 64, 64, 64])
  })
  it('anything below that: who failed together does not come back together', () => {
    fc.assert(
      fc.property(attempt, random, (attempt, random) => {
        const delay = retryDelaySeconds({ attempt, retryAfterSeconds: null, random })
        expect(delay).toBeCloseTo(random * retryDelaySeconds({ attempt, retryAfterSeconds: null, random: 1 }), 9)
      }),
    )
  })
  it('never sooner than the service asked', () => {
    fc.assert(
      fc.property(attempt, random, fc.integer({ min: 0, max: 86_400 }), (attempt, random, retryAfterSeconds) => {
        const delay = retryDelaySeconds({ attempt, retryAfterSeconds, random })
        expect(delay).toBeGreaterThanOrEqual(retryAfterSeconds)
        expect(delay).toBeLessThanOrEqual(retryAfterSeconds + 64)
      }),
    )
  })
})
