import { suggestInput } from '@astralis/core/slots/suggest-input'
import type { TimeOfDay } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { isTimeZone } from '@astralis/core/time/time-zone'
import { describeIssues } from '@astralis/core/wire/describe-issues'
import { REPEATS, type Repeat } from './suggest-repeats.ts'
import type { SuggestSearch } from './suggest-search.ts'

export interface Attendee {
  email: string
  isOptional: boolean
}

/** The form of a search. */
export interface SuggestValues {
  people: Attendee[]
  /** NaN while the field is empty. */
  minutes: number
  /** `YYYY-MM-DD`, first and last day; empty while somebody types. */
  from: string
  to: string
  timeZone: string
  timeOfDay: TimeOfDay | null
  /** Null for a meeting that happens once. */
  repeat: Repeat | null
  /** Null for the one that is made of the people's names. */
  title: string | null
}

/** The search as it travels. */
export type SuggestQuestion = {
  participants: Attendee[]
  durationMinutes: number
  range: { from: string; to: string }
  timeZone: string
  timeOfDay?: TimeOfDay
  recurrence?: string
}

const DEFAULT_MINUTES = 30
const DEFAULT_DAYS = 14

/** The search that the address describes; where it is silent, one for oneself in the next two weeks. */
export function valuesOf(
  search: SuggestSearch,
  { email, timeZone: ownZone }: { email: string; timeZone: string },
  todayIn: (timeZone: string) => Temporal.PlainDate,
): SuggestValues {
  const timeZone = search.zone && isTimeZone(search.zone) ? search.zone : ownZone
  const from = search.from ?? todayIn(timeZone).toString()
  const required = search.people ?? (search.optional ? [] : [email])
  return {
    people: [...attendees(required, false), ...attendees(search.optional ?? [], true)],
    minutes: search.minutes ?? DEFAULT_MINUTES,
    from,
    to: search.to ?? plusDays(from, DEFAULT_DAYS - 1),
    timeZone,
    timeOfDay: search.time ?? null,
    repeat: search.repeat ?? null,
    title: search.title ?? null,
  }
}

/** The address of a search. */
export function toSearch({
  people,
  minutes,
  from,
  to,
  timeZone,
  timeOfDay,
  repeat,
  title,
}: SuggestValues): SuggestSearch {
  const emails = (isOptional: boolean) =>
    people.filter((person) => person.isOptional === isOptional).map(({ email }) => email)
  const optional = emails(true)
  return {
    people: emails(false),
    optional: optional.length > 0 ? optional : undefined,
    minutes: Number.isNaN(minutes) ? undefined : minutes,
    from: from || undefined,
    to: to || undefined,
    zone: timeZone,
    time: timeOfDay ?? undefined,
    repeat: repeat ?? undefined,
    title: title ?? undefined,
  }
}

export function toQuestion({ people, minutes, from, to, timeZone, timeOfDay, repeat }: SuggestValues): SuggestQuestion {
  return {
    participants: people,
    durationMinutes: minutes,
    range: { from: midnight(from, timeZone, 0), to: midnight(to, timeZone, 1) },
    timeZone,
    ...(timeOfDay && { timeOfDay }),
    ...(repeat && { recurrence: REPEATS[repeat].rule }),
  }
}

/** What is wrong with a search by core's rules: field path of the question to message. */
export function problemsOf(values: SuggestValues): Record<string, string> {
  const parsed = suggestInput.safeParse(toQuestion(values))
  const problems = parsed.success ? {} : describeIssues(parsed.error)
  if (values.from === '' || values.to === '') problems['range.to'] = 'Choose the first and the last day.'
  return problems
}

/** The last day on which a range ends that reaches to an instant. */
export function lastDayBefore(instant: string, timeZone: string): string {
  const lastMoment = Temporal.Instant.from(instant).subtract({ nanoseconds: 1 })
  return lastMoment.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

const MAX_TITLE_NAMES = 3

/** `Ines / Jonas`, `Ines, Jonas and Kiran`, `Ines, Jonas and 3 others`; `nameOf` knows people's full names. */
export function defaultTitle(people: readonly Attendee[], nameOf: (email: string) => string | null): string {
  const names = people.map(({ email }) => firstName(nameOf(email), email))
  const [first, second] = names
  if (first === undefined || second === undefined) return 'Meeting'
  if (names.length === 2) return `${first} / ${second}`
  const rest = names.length - MAX_TITLE_NAMES + 1
  const shown = names.length > MAX_TITLE_NAMES ? [first, second, `${rest} others`] : names
  return new Intl.ListFormat('en-GB').format(shown)
}

function firstName(name: string | null, email: string): string {
  return (name ?? email).split(name ? ' ' : '@', 1)[0] ?? email
}

function attendees(emails: readonly string[], isOptional: boolean): Attendee[] {
  return emails.map((email) => ({ email, isOptional }))
}

function plusDays(date: string, days: number): string {
  try {
    return Temporal.PlainDate.from(date).add({ days }).toString()
  } catch {
    return ''
  }
}

/** The beginning of the day `days` after a date; empty for what is no date, which the schema refuses. */
function midnight(date: string, timeZone: string, days: number): string {
  const day = plusDays(date, days)
  return day && Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString()
}
