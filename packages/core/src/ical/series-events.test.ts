import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../events/event.ts'
import { expandRecurrence } from '../recurrence/expand-recurrence.ts'
import { epochOf, parseWall } from '../recurrence/wall-time.ts'
import { NOW, someRule, someZone, storedSeries } from '../series/testing/some-series.ts'
import type { ParsedEvent } from './calendar-event.ts'
import { parseCalendar } from './parse-calendar.ts'
import { seriesEvents } from './series-events.ts'
import { writeCalendar } from './write-calendar.ts'

/** When a reader of the file believes that something happens. */
function startsOf(events: readonly ParsedEvent[], last = Infinity): number[] {
  const [master, ...exceptions] = events
  if (!master) return []
  const zoneOf = ({ timeZone }: { timeZone: string | null }) => timeZone ?? 'UTC'
  const { startsAt, recurrence } = master
  const starts = expandRecurrence(
    { startsAt, timeZone: zoneOf(master), rules: recurrence ?? '' },
    { from: 0, to: last, limit: 2000 },
  )
  const replaced = new Set(
    exceptions.map((one) => epochOf(one.originalTimeZone ?? 'UTC', parseWall(one.originalStartsAt ?? ''))),
  )
  const moved = exceptions.map((one) => epochOf(zoneOf(one), parseWall(one.startsAt)))
  return [...starts.filter((start) => !replaced.has(start)), ...moved].toSorted((a, b) => a - b)
}

const write = (events: Parameters<typeof seriesEvents>) =>
  writeCalendar({ method: 'REQUEST', writtenAt: NOW, events: seriesEvents(...events) })

describe('B5: a series out, and read back', () => {
  it('happens when it did, with what was moved and without what was cancelled', () => {
    fc.assert(
      fc.property(someRule, someZone, fc.nat(), fc.nat(), (recurrence, timeZone, toMove, toCancel) => {
        const { series, events } = storedSeries(recurrence, { timeZone })
        const [moved, cancelled] = [toMove % events.length, toCancel % events.length]
        const changed = events.map((event, nth): Event => {
          if (nth === cancelled) return { ...event, status: 'CANCELLED', ownFields: ['status'], version: 2 }
          if (nth !== moved) return event
          const { startsAt, endsAt } = event
          const time = { startsAt: startsAt.add({ minutes: 95 }), endsAt: endsAt.add({ minutes: 95 }) }
          return { ...event, ...time, ownFields: ['time'], version: 3 }
        })
        const { events: read, problems } = parseCalendar(write([series, changed]))
        expect(problems).toEqual([])
        const kept = changed.filter(({ status }) => status !== 'CANCELLED')
        const last = series.nextStartsAt?.epochMilliseconds
        expect(startsOf(read, last)).toEqual(
          kept.map(({ startsAt }) => startsAt.epochMilliseconds).toSorted((a, b) => a - b),
        )
        expect(new Set(read.map(({ uid }) => uid))).toEqual(new Set([series.id]))
        expect(new Set(read.map(({ title }) => title))).toEqual(new Set(['Weekly']))
      }),
      { numRuns: 60 },
    )
  })

  it('of whole days is dates, its end and what is left out too', () => {
    const { series, events } = storedSeries('FREQ=WEEKLY;UNTIL=20260512', { allDay: true })
    const changed = events.map((event, nth): Event =>
      nth === 3 ? { ...event, status: 'CANCELLED', ownFields: ['status'] } : event,
    )
    const text = write([series, changed])
    expect(text).toContain('DTSTART;VALUE=DATE:20260310')
    expect(text).toContain('UNTIL=20260512')
    expect(text).toContain('EXDATE;VALUE=DATE:20260331')
    expect(text).not.toContain('VTIMEZONE')
    expect(startsOf(parseCalendar(text).events)).toHaveLength(9)
  })

  it('an answer to one occurrence alone is an exception', () => {
    const { series, events } = storedSeries('FREQ=WEEKLY;COUNT=4')
    const [first, ...others] = events
    if (!first) throw new Error('There is no occurrence.')
    const declined: Event = {
      ...first,
      participants: first.participants.map((person) => ({ ...person, status: 'declined' })),
    }
    const [master, exception] = seriesEvents(series, [declined, ...others])
    expect(master?.participants).toMatchObject([{ status: 'accepted' }])
    expect(exception).toMatchObject({ originalStartsAt: '2026-03-10T10:00:00', participants: [{ status: 'declined' }] })
  })
})
