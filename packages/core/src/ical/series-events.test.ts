import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftParticipant } from '../events/draft-event.ts'
import type { Event } from '../events/event.ts'
import { expandRecurrence } from '../recurrence/expand-recurrence.ts'
import { epochOf, parseWall } from '../recurrence/wall-time.ts'
import { draftSeries, type OccurrenceDraft } from '../series/draft-series.ts'
import { planSeries } from '../series/plan-series.ts'
import { Temporal } from '../temporal.ts'
import type { ParsedEvent } from './calendar-event.ts'
import { parseCalendar } from './parse-calendar.ts'
import { seriesEvents } from './series-events.ts'
import { writeCalendar } from './write-calendar.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const ORGANIZER: DraftParticipant = {
  email: 'ines@example.com',
  name: 'Ines',
  status: 'accepted',
  isOptional: false,
  isOrganizer: true,
}

function seriesOf(recurrence: string, timeZone: string, allDay = false) {
  const start = Temporal.PlainDateTime.from(allDay ? '2026-03-10T00:00' : '2026-03-10T10:00').toZonedDateTime(timeZone)
  const end = allDay ? start.add({ days: 1 }) : start.add({ minutes: 45 })
  const draft = draftSeries(
    {
      title: 'Weekly, with “marks”; and more',
      description: null,
      location: 'Room 1',
      meetingLink: null,
      showsAs: 'BUSY',
      status: 'SCHEDULED',
      suggestion: null,
      participants: [ORGANIZER],
      startsAt: start.toInstant(),
      endsAt: end.toInstant(),
      allDay,
      timeZone,
    },
    recurrence,
  )
  let nth = 0
  const newId = () => `00000000-0000-4000-8000-${String(nth++).padStart(12, '0')}`
  return planSeries({ ...draft, id: newId(), createdBy: null, createdAt: NOW, updatedAt: NOW }, { now: NOW, newId })
}

function stored(occurrence: OccurrenceDraft): Event {
  const { participants, ...fields } = occurrence
  return {
    ...fields,
    participants: participants.map((person) => ({ ...person, userId: null })),
    conflicts: [],
    recurrence: null,
    aiScheduled: false,
    createdAt: NOW,
    updatedAt: NOW,
  }
}

/** When a reader of the file believes that something happens. */
function startsOf(events: readonly ParsedEvent[]): number[] {
  const [master, ...exceptions] = events
  if (!master) return []
  const zoneOf = ({ timeZone }: { timeZone: string | null }) => timeZone ?? 'UTC'
  const { startsAt, recurrence } = master
  const starts = expandRecurrence(
    { startsAt, timeZone: zoneOf(master), rules: recurrence ?? '' },
    { from: 0, to: Infinity, limit: 60 },
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
  const rule = fc.constantFrom(
    'FREQ=WEEKLY;COUNT=20',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=20',
    'FREQ=DAILY;UNTIL=20260412',
    'FREQ=MONTHLY;BYDAY=2TU;COUNT=12',
    'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12',
    'RRULE:FREQ=WEEKLY;COUNT=10\nRDATE:20260502T113000\nEXDATE:20260331T100000',
  )
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')

  it('happens when it did, with what was moved and without what was cancelled', () => {
    fc.assert(
      fc.property(rule, zone, fc.nat(), fc.nat(), (recurrence, timeZone, toMove, toCancel) => {
        const { series, occurrences } = seriesOf(recurrence, timeZone)
        const events = occurrences.map(stored)
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
        expect(startsOf(read)).toEqual(kept.map(({ startsAt }) => startsAt.epochMilliseconds).toSorted((a, b) => a - b))
        expect(new Set(read.map(({ uid }) => uid))).toEqual(new Set([series.id]))
        expect(new Set(read.map(({ title }) => title))).toEqual(new Set(['Weekly, with “marks”; and more']))
      }),
      { numRuns: 60 },
    )
  })

  it('of whole days is dates, its end and what is left out too', () => {
    const { series, occurrences } = seriesOf('FREQ=WEEKLY;UNTIL=20260512', 'Europe/Berlin', true)
    const changed = occurrences
      .map(stored)
      .map((event, nth): Event => (nth === 3 ? { ...event, status: 'CANCELLED', ownFields: ['status'] } : event))
    const text = write([series, changed])
    expect(text).toContain('DTSTART;VALUE=DATE:20260310')
    expect(text).toContain('UNTIL=20260512')
    expect(text).toContain('EXDATE;VALUE=DATE:20260331')
    expect(text).not.toContain('VTIMEZONE')
    expect(startsOf(parseCalendar(text).events)).toHaveLength(9)
  })

  it('an answer to one occurrence alone is an exception', () => {
    const { series, occurrences } = seriesOf('FREQ=WEEKLY;COUNT=4', 'Europe/Berlin')
    const [first, ...others] = occurrences.map(stored)
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
