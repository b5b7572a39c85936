import { Temporal } from '@astralis/core/temporal'
import { WEEKDAYS } from '@astralis/core/recurrence/recurrence-rule'
import { toSpan, type WallTime } from '../events/event-form-values.ts'
import type { DateReader, DateWords } from './date-reader.ts'
import { findClock, type Clock } from './find-clock.ts'
import { findDay, nextDay, seeDates } from './find-day.ts'
import { findDuration, type Duration } from './find-duration.ts'
import { findPeople, type FoundPeople, type Known } from './find-people.ts'
import { findPlace } from './find-place.ts'
import { findRepeat, type Repeat } from './find-repeat.ts'
import { findZone } from './find-zone.ts'
import { clockChangeNote, leftOver } from './quick-notes.ts'
import { Reading, type Range } from './reading.ts'
import { repeatLines } from './repeat-lines.ts'

/** What a sentence says of an event, and what was made of what it does not say. */
export interface Understanding extends Pick<FoundPeople, 'people' | 'choices'> {
  title: string
  allDay: boolean
  /** The zone that the sentence is said in. */
  timeZone: string
  startsAt: WallTime
  /** Of an all-day event its last day. */
  endsAt: WallTime
  location: string
  /** RFC 5545; empty for what happens once. */
  recurrence: string
  /** What was not said and is only a proposal. */
  assumed: ('day' | 'time')[]
  /** What else one should know before it is saved. */
  notes: string[]
  /** Words that look like more than a title and stay in it. */
  notUnderstood: string[]
  /** Where the words stand that are not in the title. */
  taken: Range[]
}

interface Circumstances {
  /** In the person's own zone. */
  now: Temporal.ZonedDateTime
  readers: readonly DateReader[]
  members: readonly Known[]
  /** Who is meant by a name that several have, by `fold` of what was said. */
  chosen?: Partial<Record<string, string>>
}

const USUAL_MINUTES = 60
const MORNING = 9 * 60
const DAY_PARTS: readonly [RegExp, number][] = [
  [/morning|vormittag|früh|朝|صباح/iu, MORNING],
  [/afternoon|nachmittag|午後|بعد الظهر/iu, 14 * 60],
  [/evening|tonight|abend|夕方|今夜|مساء/iu, 19 * 60],
]

/** Reads "lunch with Ana tue 1pm 45m". Whatever it makes no sense of stays in the title. */
export function understand(text: string, { now, readers, members, chosen = {} }: Circumstances): Understanding {
  const reading = new Reading(text)
  const { people, choices, unknown } = findPeople(reading, members, chosen)
  const repeat = findRepeat(reading)
  const duration = findDuration(reading)
  const timeZone = findZone(reading) ?? now.timeZoneId
  const moment = now.withTimeZone(timeZone)
  const clock = findClock(reading, (from, to) =>
    seeDates(reading, readers, moment).some((date) => date.lastDate !== null && date.from < to && date.to > from),
  )
  const day = findDay(reading, readers, moment, clock !== null)
  const location = findPlace(reading)

  const words = day?.words ?? null
  const start = startOf(words, clock)
  const part = DAY_PARTS.find(([pattern]) => pattern.test(words?.text ?? ''))?.[1] ?? null
  const isTimed = start !== null || part !== null || duration?.minutes || !(words ?? repeat)
  const when = isTimed
    ? timed({ words, repeat, clock, duration, start, part, moment })
    : wholeDays({ words, repeat, duration, moment })
  const others = day?.others ?? []
  const leftOvers = leftOver(reading.title).filter((left) => !others.some((other) => other.includes(left)))
  return {
    title: reading.title || fallbackTitle(people),
    people,
    choices,
    timeZone,
    location,
    recurrence: repeat ? repeatLines(repeat) : '',
    ...when,
    notUnderstood: [...unknown.map((name) => `with ${name}`), ...others, ...leftOvers],
    taken: reading.taken,
  }
}

type When = Pick<Understanding, 'allDay' | 'startsAt' | 'endsAt' | 'assumed' | 'notes'>

interface Said {
  words: DateWords | null
  repeat: Repeat | null
  duration: Duration | null
  /** The present, in the zone of the sentence. */
  moment: Temporal.ZonedDateTime
}

interface SaidTime extends Said {
  clock: Clock | null
  /** Minutes since midnight. */
  start: number | null
  /** Where the morning or the evening begins that was said instead. */
  part: number | null
}

function timed(said: SaidTime): When {
  const { words, repeat, clock, duration, part, moment } = said
  const assumed: When['assumed'] = []
  if (said.start === null) assumed.push('time')
  if (!words && !repeat && said.start === null) assumed.push('day')
  const start = said.start ?? part ?? usualStart(words, moment)
  const at = (date: Temporal.PlainDate) => date.toPlainDateTime().add({ minutes: start })
  const isOver = (date: Temporal.PlainDate) =>
    Temporal.ZonedDateTime.compare(at(date).toZonedDateTime(moment), moment) < 0
  const date = firstDay({ words, repeat, moment }, isOver)

  const wall = at(date)
  const zoned = wall.toZonedDateTime(moment.timeZoneId)
  const lastMinutes = clock ? clock.end : (words?.lastMinutes ?? null)
  const minutes = (duration?.minutes ?? 0) + (duration?.days ?? 0) * 24 * 60 || USUAL_MINUTES
  const nights = lastMinutes !== null && lastMinutes <= start ? 1 : 0
  const end =
    lastMinutes === null
      ? zoned.add({ minutes }).toPlainDateTime()
      : date.add({ days: nights }).toPlainDateTime().add({ minutes: lastMinutes })
  const notes = [clockChangeNote(wall, zoned)]
  if (lastMinutes !== null && duration) notes.push('It says both an end and how long: the end counts.')
  if (isOver(date)) notes.push('This is in the past.')

  const startsAt = wallTime(zoned.toPlainDateTime())
  const span = toSpan({ startsAt, endsAt: wallTime(end), allDay: false, timeZone: moment.timeZoneId })
  const isBackwards = span.startsAt === null || span.endsAt === null || !isBefore(span.startsAt, span.endsAt)
  return {
    allDay: false,
    startsAt,
    // Of an hour that the clock shows twice the form means the first: from there on the wall is counted.
    endsAt: wallTime(
      isBackwards ? zoned.toPlainDateTime().add({ minutes: lastMinutes === null ? minutes : 120 }) : end,
    ),
    assumed,
    notes: notes.filter((note) => note !== null),
  }
}

function wholeDays({ words, repeat, duration, moment }: Said): When {
  const today = moment.toPlainDate()
  const isOver = (date: Temporal.PlainDate) => Temporal.PlainDate.compare(date, today) < 0
  const first = firstDay({ words, repeat, moment }, isOver)
  const span = words?.lastDate
    ? Temporal.PlainDate.from(words.date).until(words.lastDate).days
    : (duration?.days ?? 1) - 1
  const last = first.add({ days: Math.max(span, 0) })
  return {
    allDay: true,
    startsAt: { date: first.toString(), time: '09:00' },
    endsAt: { date: last.toString(), time: '10:00' },
    assumed: [],
    notes: isOver(last) ? ['This is in the past.'] : [],
  }
}

/** The day that is said, or the first from today on; of what repeats the first of its weekdays from there. */
function firstDay(
  { words, repeat, moment }: Pick<Said, 'words' | 'repeat' | 'moment'>,
  isOver: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  const today = moment.toPlainDate()
  const isDay = words && words.said !== 'nothing'
  const first = isDay ? nextDay(words, isOver) : isOver(today) ? today.add({ days: 1 }) : today
  if (!repeat || repeat.weekdays.length === 0) return first
  const days = WEEKDAYS.map((_day, index) => first.add({ days: index }))
  return (
    days.find(({ dayOfWeek }) => repeat.weekdays.some((weekday) => WEEKDAYS.indexOf(weekday) + 1 === dayOfWeek)) ??
    first
  )
}

/** Minutes since midnight; null where no time was said. */
function startOf(words: DateWords | null, clock: Clock | null): number | null {
  if (!clock) return words?.minutes ?? null
  const isLater = words?.isAfternoon && !clock.isExact && clock.start < 12 * 60
  return isLater ? clock.start + 12 * 60 : clock.start
}

/** The next full hour of today, or the morning of another day. */
function usualStart(words: DateWords | null, moment: Temporal.ZonedDateTime): number {
  const isToday = !words || words.date === moment.toPlainDate().toString()
  return isToday ? (moment.hour + 1) * 60 : MORNING
}

function fallbackTitle(people: readonly { email: string; name: string | null }[]): string {
  const names = people.map(({ name, email }) => name ?? email)
  return names.length > 0 ? `Meeting with ${new Intl.ListFormat('en').format(names)}` : ''
}

function wallTime(moment: Temporal.PlainDateTime): WallTime {
  return { date: moment.toPlainDate().toString(), time: moment.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

function isBefore(start: string, end: string): boolean {
  return Temporal.Instant.compare(start, end) < 0
}
