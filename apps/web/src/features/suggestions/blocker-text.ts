import { Temporal } from '@astralis/core/temporal'
import { formatDate, formatTime, formatWhenShort, zoneName } from '../../lib/format-time.ts'
import { LOCALE } from '../../lib/locale.ts'
import type { Blocker } from './suggestions.ts'

type Facts = Blocker['facts']
type NameOf = (email: string) => string

/** What is in the way, from its facts, with times as the reader writes them; in the server's words where they do not suffice. */
export function blockerText(blocker: Blocker, nameOf: NameOf, timeZone: string, locale = LOCALE): string {
  const { email, rule, facts, message } = blocker
  if (email === null) return message
  const text = WORDS[rule]?.(facts, timeZone, locale)
  return text ? nameOf(email) + text : message
}

type Words = (facts: Facts, timeZone: string, locale: string) => string | null

const WORDS: Partial<Record<Blocker['rule'], Words>> = {
  DAY_OFF: ({ date }, _zone, locale) =>
    typeof date === 'string' ? ` is off on ${formatDate(Temporal.PlainDate.from(date), 'short', locale)}.` : null,
  OUTSIDE_HOURS: ({ localStart, hours, timeZone }, _zone, locale) => {
    if (typeof localStart !== 'string' || typeof timeZone !== 'string' || !Array.isArray(hours)) return null
    const ranges = hours.map((range: unknown) => rangeText(range, locale)).join(', ') || 'none that day'
    const start = clock(localStart.slice('YYYY-MM-DDT'.length), locale)
    return `: ${start} in ${zoneName(timeZone)} is outside of their working hours (${ranges}).`
  },
  BUSY: (facts, timeZone, locale) => {
    const what = eventText(facts, timeZone, locale)
    return what && ` is busy: ${what}.`
  },
}

function eventText({ title, startsAt, endsAt }: Facts, timeZone: string, locale: string): string | null {
  if (typeof title !== 'string' || typeof startsAt !== 'string' || typeof endsAt !== 'string') return null
  return `“${title}”, ${formatWhenShort({ startsAt, endsAt }, timeZone, locale)}`
}

function rangeText(range: unknown, locale: string): string {
  return Array.isArray(range) ? range.map((time: unknown) => clock(String(time), locale)).join('–') : ''
}

/** `HH:mm` of a wall clock, as the reader writes it. */
function clock(time: string, locale: string): string {
  return formatTime(`1970-01-01T${time}:00Z`, 'UTC', locale)
}
