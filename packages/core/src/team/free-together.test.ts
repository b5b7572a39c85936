import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findAbsence } from '../slots/attendance.ts'
import { mergeIntervals } from '../time/intervals.ts'
import { freeTogether } from './free-together.ts'

const FROM = 0
const TO = 96
const list = fc
  .array(fc.tuple(fc.integer({ min: -10, max: 100 }), fc.integer({ min: 1, max: 30 })), { maxLength: 6 })
  .map((spans) => mergeIntervals(spans.flatMap(([start, length]) => [start, start + length])))
const people = fc.array(fc.record({ open: list, busy: list }), { minLength: 1, maxLength: 5 })

it('a moment is free for all exactly where nobody is absent', () => {
  fc.assert(
    fc.property(people, (team) => {
      const free = freeTogether(team, FROM, TO)
      for (let at = FROM; at < TO; at++) {
        const isFree = free.some((start, i) => i % 2 === 0 && start <= at && at < (free[i + 1] ?? 0))
        expect([at, isFree]).toEqual([at, team.every((person) => findAbsence(person, at, 1) === null)])
      }
    }),
  )
})

it('is an interval list within the window, whatever the order of the people', () => {
  fc.assert(
    fc.property(people, (team) => {
      const free = freeTogether(team, FROM, TO)
      expect(mergeIntervals([...free])).toEqual(free)
      for (const bound of free) expect(bound).toBeGreaterThanOrEqual(FROM)
      for (const bound of free) expect(bound).toBeLessThanOrEqual(TO)
      expect(freeTogether(team.toReversed(), FROM, TO)).toEqual(free)
    }),
  )
})

it('another person never adds a free moment, and the same one twice changes nothing', () => {
  const length = (bounds: number[]) => bounds.reduce((sum, bound, i) => sum + (i % 2 ? bound : -bound), 0)
  fc.assert(
    fc.property(people, fc.record({ open: list, busy: list }), (team, another) => {
      const joined = freeTogether([...team, another], FROM, TO)
      expect(length(joined)).toBeLessThanOrEqual(length(freeTogether(team, FROM, TO)))
      expect(freeTogether([...team, another, another], FROM, TO)).toEqual(joined)
    }),
  )
})

it('is never without people, and never in an empty window', () => {
  expect(freeTogether([], FROM, TO)).toEqual([])
  expect(freeTogether([{ open: [0, 96], busy: [] }], 40, 40)).toEqual([])
})
