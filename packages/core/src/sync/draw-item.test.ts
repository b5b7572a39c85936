import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event } from '../events/event.ts'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { epochOf, formatWall, parseWall } from '../recurrence/wall-time.ts'
import { NOW, ORGANIZER, someRule, someZone, storedSeries } from '../series/testing/some-series.ts'
import { Temporal } from '../temporal.ts'
import { drawItem } from './draw-item.ts'
import type { Drawing } from './drawing.ts'
import { differingGroups } from './field-groups.ts'
import { ItemError } from './item-draft.ts'
import { formsOf, hasOccurrence, type ItemForms, type LocalItem, slotOf, usualForm } from './local-item.ts'
import { formAt } from './plan-push.ts'
import { resultOf } from './result-of.ts'
import { asStored } from './testing/as-stored.ts'

const HOUR = 3_600_000
/** No two of a run are the same. */
let ids = 0
const NOTHING: LocalItem = { event: null, series: null, occurrences: [] }
const ANA = { email: 'ana@example.com', name: null, isOptional: false }

function drawingFor(local: LocalItem, changes: Partial<Drawing> = {}): Drawing {
  const known = [local.event, ...local.occurrences].flatMap((event) => event?.id ?? [])
  return {
    ownId: local.series?.id ?? local.event?.id ?? known[0] ?? 'own',
    source: 'google',
    createdBy: 'ana',
    timeZone: 'Europe/Berlin',
    from: 0,
    now: NOW,
    newId: () => `new ${ids++}`,
    ...changes,
  }
}

/** Something said otherwise of an event. */
const someEdit = fc.record(
  {
    title: fc.constantFrom('Lunch', 'Review'),
    location: fc.constantFrom(null, 'Room 2'),
    showsAs: fc.constantFrom<'BUSY' | 'FREE'>('BUSY', 'FREE'),
    hours: fc.integer({ min: -30, max: 30 }),
    answer: fc.constantFrom<'accepted' | 'declined'>('accepted', 'declined'),
  },
  { requiredKeys: [] },
)
type Edit = typeof someEdit extends fc.Arbitrary<infer T> ? T : never

function edited(event: CalendarEvent, { hours = 0, answer, ...fields }: Edit): CalendarEvent {
  const distance = (event.allDay ? Math.trunc(hours / 6) * 24 : hours) * HOUR
  const move = (wall: string) => formatWall(parseWall(wall) + distance)
  const people = answer ? [...event.participants, { ...ANA, status: answer }] : event.participants
  return { ...event, ...fields, startsAt: move(event.startsAt), endsAt: move(event.endsAt), participants: people }
}

const someSeriesChoice = fc.record({
  rule: someRule.map((rule): string => rule),
  timeZone: someZone,
  allDay: fc.boolean(),
  title: fc.constantFrom('Weekly', 'Planning'),
  days: fc.constantFrom(0, 0, 1, 7),
  exceptions: fc.array(fc.record({ nth: fc.nat(9), edit: fc.option(someEdit) }), { maxLength: 4 }),
})
type SeriesChoice = typeof someSeriesChoice extends fc.Arbitrary<infer T> ? T : never

/** What a calendar says of a series, with its exceptions; whole days are those of the item here, if there is one. */
function wantedSeries({ rule, timeZone, allDay, title, days, exceptions }: SeriesChoice, item = NOTHING): ItemForms {
  const here = item.series ?? item.event
  const made = storedSeries(rule, { timeZone, allDay })
  const startsAt = formatWall(parseWall(made.series.startsAt) + days * 24 * HOUR)
  const bare = {
    ...made.series,
    title,
    startsAt,
    participants: [ORGANIZER, { ...ANA, status: 'pending' as const, isOrganizer: false }],
  }
  const { main } = formsOf({ event: null, series: bare, occurrences: [] })
  if (!main) throw new Error('It is not cancelled.')
  // From where it begins by its own rule.
  const local = {
    ...NOTHING,
    ...drawn(NOTHING, { main, exceptions: new Map() }, { ...(here && { timeZone: here.timeZone }) }),
  }
  const forms = formsOf(local)
  const slots = local.occurrences.map(slotOf)
  for (const { nth, edit } of exceptions) {
    const slot = slots[nth]
    if (slot === undefined || !local.series) continue
    forms.exceptions.set(slot, edit && edited(usualForm(local.series, slot), edit))
  }
  return forms
}

function wantedSingle(edit: Edit, allDay: boolean): ItemForms {
  const made = storedSeries('FREQ=DAILY;COUNT=1', { allDay })
  const main = formsOf({ event: null, ...made, occurrences: [] }).main
  return { main: main && edited({ ...main, recurrence: null }, edit), exceptions: new Map() }
}

const someWanted: fc.Arbitrary<(item: LocalItem) => ItemForms> = fc.oneof(
  { arbitrary: someSeriesChoice.map((choice) => (item: LocalItem) => wantedSeries(choice, item)), weight: 4 },
  fc.tuple(someEdit, fc.boolean()).map(
    ([edit, allDay]) =>
      () =>
        wantedSingle(edit, allDay),
  ),
  fc.constant(() => ({ main: null, exceptions: new Map() })),
)

function drawn(local: LocalItem, wanted: ItemForms, changes: Partial<Drawing> = {}): LocalItem {
  return asStored(resultOf(local, drawItem(local, wanted, drawingFor(local, changes))))
}

const someReminders = fc.constantFrom<number[] | null>(null, [10], [5, 60])
/** Items as they are here: nothing, events, and series some of whose occurrences were changed, cancelled or have passed. */
const someLocal: fc.Arbitrary<LocalItem> = fc.oneof(
  fc.constant(NOTHING),
  fc
    .tuple(someEdit, fc.boolean(), someReminders, fc.boolean())
    .map(([edit, allDay, reminders, isCancelled]): LocalItem => {
      const { event } = drawn(NOTHING, wantedSingle(edit, allDay))
      const status = isCancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const)
      return { ...NOTHING, event: event && { ...event, reminderOffsetsMinutes: reminders, status, version: 4 } }
    }),
  fc.tuple(someSeriesChoice, someReminders, fc.nat(5)).map(([choice, reminders, past]): LocalItem => {
    const item = drawn(NOTHING, wantedSeries(choice))
    const series = item.series && { ...item.series, reminderOffsetsMinutes: reminders }
    const occurrences = item.occurrences.map((event, index) => {
      const after = { ...event, reminderOffsetsMinutes: reminders, version: 3, suggestion: { score: 1, reasons: [] } }
      return index < past && event.status !== 'CANCELLED' ? { ...after, status: 'COMPLETED' as const } : after
    })
    return { event: null, series, occurrences }
  }),
)

/** Where an item does not say what was wanted: groups of the whole, and slots. */
function disagreements(item: LocalItem, { main, exceptions }: ItemForms): string[] {
  const forms = formsOf(item)
  if (!main || !forms.main) return main === forms.main ? [] : ['whether it is on']
  const { series } = item
  const keys = series ? new Set([...exceptions.keys(), ...item.occurrences.map(slotOf)]) : []
  const isAsWanted = (key: number) => {
    const wanted = exceptions.get(key)
    if (wanted === null) return !hasOccurrence(item, key) || forms.exceptions.get(key) === null
    const here = formAt(item, forms, undefined, key)
    return series && here && differingGroups(here, wanted ?? usualForm(series, key)).length === 0
  }
  const slots = [...keys].filter((key) => !isAsWanted(key)).map((key) => new Date(key).toISOString())
  return [...differingGroups(forms.main, main), ...slots]
}

function eventsOf({ event, occurrences }: LocalItem): readonly Event[] {
  return event ? [event] : occurrences
}

describe('drawItem: what is here becomes what both sides agreed on', () => {
  it('says what was wanted, and a second time changes nothing', () => {
    fc.assert(
      fc.property(someLocal, someWanted, (local, choose) => {
        const wanted = choose(local)
        const result = drawn(local, wanted)
        expect(disagreements(result, wanted)).toEqual([])
        const again = drawItem(result, wanted, drawingFor(result))
        expect(again).toEqual({ changed: [], added: [], removed: [], series: null, dropped: null })
      }),
      { numRuns: 200 },
    )
  })

  it('keeps what only we know, and counts versions of what changes', () => {
    fc.assert(
      fc.property(someLocal, someWanted, (local, choose) => {
        const wanted = choose(local)
        const drawing = drawingFor(local)
        const plan = drawItem(local, wanted, drawing)
        for (const { before, after } of plan.changed) {
          expect(after.version).toBe(before.version + 1)
          expect(after.sequence).toBeGreaterThanOrEqual(before.sequence)
          expect(after).toMatchObject({ id: before.id, createdBy: before.createdBy, source: before.source })
          expect([after.suggestion, after.reminderOffsetsMinutes]).toEqual([
            before.suggestion,
            before.reminderOffsetsMinutes,
          ])
        }
        for (const event of plan.added)
          expect(event).toMatchObject({
            version: 1,
            reminderOffsetsMinutes: local.series?.reminderOffsetsMinutes ?? local.event?.reminderOffsetsMinutes ?? null,
          })
        const ids = eventsOf(asStored(resultOf(local, plan))).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(plan.series?.id ?? drawing.ownId).toBe(drawing.ownId)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the event of each slot that its series still has', () => {
    fc.assert(
      fc.property(someSeriesChoice, someSeriesChoice, (choice, other) => {
        const local = drawn(NOTHING, wantedSeries(choice))
        const { timeZone, allDay, days } = choice
        const result = drawn(local, wantedSeries({ ...other, timeZone, allDay, days }))
        fc.pre(result.series?.startsAt === local.series?.startsAt)
        const before = new Map(local.occurrences.map((event) => [slotOf(event), event.id]))
        const kept = result.occurrences.filter((event) => before.has(slotOf(event)))
        expect(kept.map(({ id }) => id)).toEqual(kept.map((event) => before.get(slotOf(event))))
      }),
    )
  })

  it('throws nothing but ItemError and RecurrenceError', () => {
    const odd = fc.record(
      {
        startsAt: fc.constantFrom(
          '0001-01-01T00:00:00',
          '1969-12-31T23:00:00',
          '2026-03-10T10:00:30',
          '2198-12-31T00:00:00',
        ),
        endsAt: fc.constantFrom('2026-03-10T10:00:30', '2026-03-11T00:00:00', '9999-12-31T00:00:00'),
        timeZone: fc.constantFrom(null, 'UTC', 'Asia/Kolkata'),
        recurrence: fc.constantFrom(
          null,
          'RRULE:FREQ=DAILY',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
          'RDATE:20260311T100000',
          'nonsense',
        ),
        organizer: fc.constant(null),
        participants: fc.constant<CalendarEvent['participants']>([]),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(someLocal, someWanted, odd, (local, choose, change) => {
        const { main, exceptions } = choose(local)
        const draw = () => drawItem(local, { main: main && { ...main, ...change }, exceptions }, drawingFor(local))
        expect(unexpectedError(draw)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})

function unexpectedError(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof ItemError || error instanceof RecurrenceError ? null : error
  }
}

describe('drawItem: cases', () => {
  const series = (choice: Partial<SeriesChoice> = {}) =>
    wantedSeries({
      rule: 'FREQ=WEEKLY;COUNT=4',
      timeZone: 'Europe/Berlin',
      allDay: false,
      title: 'Weekly',
      days: 0,
      exceptions: [],
      ...choice,
    })

  it('what is over when it comes is completed', () => {
    const later = Temporal.Instant.from('2026-03-20T00:00:00Z')
    expect(drawn(NOTHING, wantedSingle({}, false), { now: later }).event?.status).toBe('COMPLETED')
    const { occurrences } = drawn(NOTHING, series(), { now: later })
    expect(occurrences.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'SCHEDULED', 'SCHEDULED'])
  })

  it('what has happened is gone with the rest when it was deleted there', () => {
    const later = Temporal.Instant.from('2026-03-20T00:00:00Z')
    const local = drawn(NOTHING, series(), { now: later })
    const { occurrences } = drawn(local, { main: null, exceptions: new Map() }, { now: later })
    expect(occurrences.map(({ status }) => status)).toEqual(Array(4).fill('CANCELLED'))
  })

  it('what was cancelled for good is not written again', () => {
    const local = drawn(drawn(NOTHING, series()), { main: null, exceptions: new Map() })
    const plan = drawItem(local, { main: null, exceptions: new Map() }, drawingFor(local))
    expect(plan).toEqual({ changed: [], added: [], removed: [], series: null, dropped: null })
  })

  it('a series whose occurrences are all before the window has none', () => {
    const from = epochOf('UTC', parseWall('2027-01-01T00:00:00'))
    const local = drawn(NOTHING, series(), { from, now: Temporal.Instant.fromEpochMilliseconds(from) })
    expect(local.series).not.toBeNull()
    expect(local.occurrences).toEqual([])
  })

  it('an event before the window that became a series there does not stay beside it', () => {
    const from = epochOf('UTC', parseWall('2027-01-01T00:00:00'))
    const local = drawn(NOTHING, wantedSingle({}, false))
    const plan = drawItem(
      local,
      series(),
      drawingFor(local, { from, now: Temporal.Instant.fromEpochMilliseconds(from) }),
    )
    expect(plan.removed).toEqual([local.event])
  })

  it('an event that begins to repeat is its first occurrence, and stays itself when it stops', () => {
    const local = drawn(NOTHING, wantedSingle({}, false))
    const repeating = drawn(local, series())
    expect(repeating.series?.id).toBe('own')
    expect(repeating.occurrences[0]?.id).toBe('own')
    const alone = drawn(repeating, wantedSingle({}, false))
    expect(alone).toMatchObject({ series: null, occurrences: [], event: { id: 'own', version: 3 } })
  })

  it('an exception stays with its slot when the series begins a week later', () => {
    const local = drawn(NOTHING, series({ exceptions: [{ nth: 1, edit: { title: 'Lunch' } }] }))
    const later = series({ days: 7, exceptions: [{ nth: 0, edit: { title: 'Lunch' } }] })
    const titles = drawn(local, later).occurrences.map(({ title }) => title)
    expect(titles.filter((title) => title === 'Lunch')).toHaveLength(1)
  })

  it('events stay when their series moves by an hour, across a change of the clocks', () => {
    const local = drawn(NOTHING, series({ rule: 'FREQ=WEEKLY;COUNT=8' }))
    const { main } = formsOf(local)
    const moved = drawn(local, { main: main && edited(main, { hours: 1 }), exceptions: new Map() })
    expect(moved.occurrences.map(({ id }) => id)).toEqual(local.occurrences.map(({ id }) => id))
  })
})
