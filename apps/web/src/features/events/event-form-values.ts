import type { ShowsAs } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import type { Inputs } from '../../lib/trpc.ts'
import { leadTimeOf, minutesOf, type LeadTime } from '../reminders/lead-time.ts'
import type { CalendarEvent, EventParticipant } from './calendar-event.ts'

/** What the clock on the wall says: a date `YYYY-MM-DD` and a time `HH:mm`, both empty at first or while typing. */
export interface WallTime {
  date: string
  time: string
}

export type FormParticipant = Pick<EventParticipant, 'email' | 'name' | 'isOptional' | 'isOrganizer' | 'status'>

/**
 * The form, named after the fields of the API's input, so that every message of the schema or the server finds its
 * place. `endsAt.date` of an all-day event is its last day, as people say it.
 */
export interface EventFormValues {
  title: string
  allDay: boolean
  startsAt: WallTime
  endsAt: WallTime
  timeZone: string
  participants: FormParticipant[]
  location: string
  meetingLink: string
  description: string
  showsAs: ShowsAs
  /** RRULE, RDATE and EXDATE lines (RFC 5545), local to the zone; empty for an event that does not repeat. */
  recurrence: string
  /** Null for what each participant has set for themselves. */
  reminderOffsetsMinutes: LeadTime[] | null
}

type EventFields = Omit<Inputs['events']['create'], 'onConflict' | 'idempotencyKey' | 'suggestion'>

interface Stretch {
  startsAt: string
  endsAt: string
  allDay: boolean
  timeZone: string
}

/** Who makes a new event, as one of those who take part. */
export function organizer({ email, name }: { email: string; name: string }): FormParticipant {
  return { email, name, isOptional: false, isOrganizer: true, status: 'accepted' }
}

/** An empty form for a new event of `organizer`. */
export function newEventValues(stretch: Stretch, organizer: FormParticipant): EventFormValues {
  return {
    title: '',
    ...toWall(stretch),
    participants: [organizer],
    location: '',
    meetingLink: '',
    description: '',
    showsAs: 'BUSY',
    recurrence: '',
    reminderOffsetsMinutes: null,
  }
}

type EventInForm = Pick<
  CalendarEvent,
  | keyof Stretch
  | 'title'
  | 'location'
  | 'meetingLink'
  | 'description'
  | 'showsAs'
  | 'recurrence'
  | 'reminderOffsetsMinutes'
> & { participants: readonly FormParticipant[] }

/** The form for changing an event; its times are those of the event's own zone. */
export function eventValues(event: EventInForm): EventFormValues {
  return {
    title: event.title,
    ...toWall(event),
    participants: [...event.participants],
    location: event.location ?? '',
    meetingLink: event.meetingLink ?? '',
    description: event.description ?? '',
    showsAs: event.showsAs,
    recurrence: event.recurrence ?? '',
    reminderOffsetsMinutes: event.reminderOffsetsMinutes?.map(leadTimeOf) ?? null,
  }
}

function toWall({ startsAt, endsAt, allDay, timeZone }: Stretch) {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(timeZone)
  const lastDay = allDay ? end.subtract({ nanoseconds: 1 }) : end
  return {
    allDay,
    timeZone,
    startsAt: { date: start.toPlainDate().toString(), time: wallTime(start) },
    endsAt: { date: lastDay.toPlainDate().toString(), time: wallTime(end) },
  }
}

function wallTime(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Start and end as instants; null where a date or time is missing or impossible. */
export function toSpan(
  values: Pick<EventFormValues, 'startsAt' | 'endsAt' | 'allDay' | 'timeZone'>,
): Record<'startsAt' | 'endsAt', string | null> {
  const { startsAt, endsAt, allDay, timeZone } = values
  if (!allDay) return { startsAt: toInstant(startsAt, timeZone), endsAt: toInstant(endsAt, timeZone) }
  return {
    startsAt: toInstant({ ...startsAt, time: '00:00' }, timeZone),
    endsAt: toInstant({ ...endsAt, time: '00:00' }, timeZone, { days: 1 }),
  }
}

/** A time that a clock change skips moves forward by the gap; one that happens twice means the first. */
function toInstant({ date, time }: WallTime, timeZone: string, later = { days: 0 }): string | null {
  try {
    const wall = Temporal.PlainDate.from(date).add(later).toPlainDateTime(Temporal.PlainTime.from(time))
    return wall.toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    return null
  }
}

/** The form with the event at another time; times are instants. */
export function atTime(values: EventFormValues, time: Pick<Stretch, 'startsAt' | 'endsAt'>): EventFormValues {
  return { ...values, ...toWall({ ...time, allDay: false, timeZone: values.timeZone }) }
}

/** The form as the API takes it. A missing time is an empty string, which the schema refuses. */
export function toEventFields(values: EventFormValues): EventFields {
  const { startsAt, endsAt } = toSpan(values)
  return {
    ...values,
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
    participants: values.participants.map(({ email, name, isOptional }) => ({ email, name, isOptional })),
    recurrence: values.recurrence || null,
    reminderOffsetsMinutes: values.reminderOffsetsMinutes?.map(minutesOf) ?? null,
  }
}

/** The end that keeps the length of the event when its start moves; the old end where it has no length. */
export function endAfterMove(values: EventFormValues, startsAt: WallTime): WallTime {
  const before = toSpan(values)
  const after = toSpan({ ...values, startsAt })
  if (before.startsAt === null || before.endsAt === null || after.startsAt === null) return values.endsAt
  const length = Temporal.Instant.from(before.startsAt).until(before.endsAt)
  if (length.sign <= 0) return values.endsAt
  const end = Temporal.Instant.from(after.startsAt).add(length).toString()
  return toWall({ ...values, startsAt: after.startsAt, endsAt: end }).endsAt
}
