import { describe, expect, it } from 'vitest'
import { filterOf } from './activity-filter.ts'
import { readActivitySearch } from './activity-search.ts'

const ID = '4f0c2f0e-6d0a-4c39-9a53-6f1c0c1f4f11'

describe('B7: the address of the log', () => {
  it('is read, and what it says wrong is ignored', () => {
    const right = { entity: 'event', about: ID, person: ID, from: '2026-03-01', to: '2026-03-31' }
    expect(readActivitySearch(right)).toEqual(right)
    const wrong = { entity: 'nothing', about: 'x', person: 7, from: '2026-13-01', to: 'today', other: 1 }
    expect(Object.values(readActivitySearch(wrong)).filter((value) => value !== undefined)).toEqual([])
  })

  it('means days of the reader’s zone, both included, also when clocks change', () => {
    expect(filterOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin')).toEqual({
      from: '2026-03-28T23:00:00Z',
      to: '2026-03-29T22:00:00Z',
    })
    expect(filterOf({ person: ID, about: ID, entity: 'token' }, 'UTC')).toEqual({
      actorId: ID,
      entityId: ID,
      entity: 'token',
    })
    expect(filterOf({ to: '2026-02-31' }, 'UTC')).toEqual({ to: '2026-03-01T00:00:00Z' })
  })
})
