import fc from 'fast-check'
import type { DraftParticipant } from '../../events/draft-event.ts'
import type { Event } from '../../events/event.ts'
import { Temporal } from '../../temporal.ts'
import { draftSeries, type OccurrenceDraft } from '../draft-series.ts'
import { planSeries } from '../plan-series.ts'
import type { Series } from '../series.ts'

export const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')

export const ORGANIZER: DraftParticipant = {
  email: 'ines@example.com',
  name: 'Ines',
  status: 'accepted',
  isOptional: false,
  isOrganizer: true,
}

/** UUIDs in a row: a test that fails can be read. */
export function countingIds(): () => string {
  let nth = 0
  return () => `00000000-0000-4000-8000-${String(nth++).padStart(12, '0')}`
}

/** A meeting of 45 minutes at ten on 2026-03-10, or all of that day, that repeats; its occurrences as they are stored. */
export function storedSeries(
  recurrence: string,
  { timeZone = 'Europe/Berlin', allDay = false, newId = countingIds() } = {},
): { series: Series; events: Event[] } {
  const start = Temporal.PlainDateTime.from(allDay ? '2026-03-10T00:00' : '2026-03-10T10:00').toZonedDateTime(timeZone)
  const end = allDay ? start.add({ days: 1 }) : start.add({ minutes: 45 })
  const draft = draftSeries(
    {
      title: 'Weekly',
      description: null,
      location: 'Room 1',
      meetingLink: null,
      showsAs: 'BUSY',
      status: 'SCHEDULED',
      suggestion: null,
      reminderOffsetsMinutes: null,
      participants: [ORGANIZER],
      startsAt: start.toInstant(),
      endsAt: end.toInstant(),
      allDay,
      timeZone,
    },
    recurrence,
  )
  const own = { id: newId(), source: 'internal' as const, sequence: 0, createdBy: null, createdAt: NOW, updatedAt: NOW }
  const { series, occurrences } = planSeries({ ...draft, ...own }, { now: NOW, newId })
  return { series, events: occurrences.map((occurrence) => stored(occurrence, series.rules)) }
}

/** An occurrence as it is read back from the database. */
export function stored({ participants, ...fields }: OccurrenceDraft, recurrence: string | null): Event {
  return {
    ...fields,
    participants: participants.map((person) => ({ ...person, userId: null })),
    conflicts: [],
    recurrence,
    aiScheduled: false,
    createdAt: NOW,
    updatedAt: NOW,
  }
}

export const someRule = fc.constantFrom(
  'FREQ=WEEKLY;COUNT=20',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=20',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU;WKST=SU',
  'FREQ=DAILY;UNTIL=20260412',
  'FREQ=DAILY;INTERVAL=3;COUNT=30',
  'FREQ=MONTHLY;COUNT=12',
  'FREQ=MONTHLY;BYDAY=2TU;COUNT=12',
  'FREQ=YEARLY',
  'RRULE:FREQ=WEEKLY;COUNT=10\nRDATE:20260502T113000\nEXDATE:20260331T100000',
)

export const someZone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata')
