import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Viewer } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { mergeIntervals } from '../time/intervals.ts'
import { busyFor, type TeamEvent } from './team-person.ts'

const client: Viewer = { userId: 'client', email: 'client@example.com', role: 'CLIENT' }
const operator: Viewer = { userId: 'operator', email: 'operator@example.com', role: 'OPERATOR' }

const at = (minutes: number) => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000)
const event = fc
  .record({
    id: fc.uuid(),
    start: fc.nat(500),
    length: fc.integer({ min: 1, max: 120 }),
    source: fc.constantFrom('internal', 'google'),
    status: fc.constantFrom('SCHEDULED', 'CONFLICT', 'COMPLETED'),
    createdBy: fc.constantFrom('client', 'operator', 'somebody'),
    isViewers: fc.boolean(),
  })
  .map(({ start, length, ...fields }): TeamEvent => ({
    ...fields,
    title: 'Secret',
    startsAt: at(start),
    endsAt: at(start + length),
    emails: ['somebody@example.com'],
  }))
const events = fc.array(event, { maxLength: 12 })

const timesOf = (spans: readonly { startsAt: Temporal.Instant; endsAt: Temporal.Instant }[]) =>
  mergeIntervals(spans.flatMap((span) => [span.startsAt.epochMilliseconds, span.endsAt.epochMilliseconds]))

it('H2: whoever looks, the same time is busy', () => {
  fc.assert(
    fc.property(events, (list) => {
      for (const viewer of [client, operator]) expect(timesOf(busyFor(viewer, list))).toEqual(timesOf(list))
    }),
  )
})

it('H2: of what a CLIENT takes no part in they see neither how many events it is, nor which, nor how they stand', () => {
  fc.assert(
    fc.property(events, (list) => {
      const busy = busyFor(client, list)
      const own = list.filter(({ createdBy, isViewers }) => createdBy === 'client' || isViewers)
      const unnamed = busy.filter(({ eventId }) => eventId === null)
      expect(new Set(busy.flatMap(({ eventId }) => eventId ?? []))).toEqual(new Set(own.map(({ id }) => id)))
      expect(unnamed).toHaveLength(timesOf(list.filter((one) => !own.includes(one))).length / 2)
      for (const { title, status, source } of unnamed) expect([title, status, source]).toEqual([null, null, null])
    }),
  )
})

it('an OPERATOR sees each event made here, and of others’ linked calendars only when', () => {
  fc.assert(
    fc.property(events, (list) => {
      const seen = list.filter(({ source, createdBy, isViewers }) => {
        return source === 'internal' || createdBy === 'operator' || isViewers
      })
      const named = busyFor(operator, list).flatMap(({ eventId }) => eventId ?? [])
      expect(named.toSorted()).toEqual(seen.map(({ id }) => id).toSorted())
    }),
  )
})
