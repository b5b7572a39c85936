import { formatWhenShort } from '../../lib/format-time.ts'
import { WORDS_LOCALE } from '../../lib/locale.ts'
import type { EventConflict } from './calendar-event.ts'

/** What is known of people besides their addresses. */
export interface Person {
  email: string
  name: string | null
}

/** `Ana Silva and Tom Reed`: names where they are known, "you" for `ownEmail`, in a sentence. */
export function peopleText(emails: readonly string[], people: readonly Person[], ownEmail: string): string {
  const names = new Map(people.map(({ email, name }) => [email, name]))
  const words = emails.map((email) => (email === ownEmail ? 'you' : (names.get(email) ?? email)))
  const ownFirst = words.toSorted((a, b) => Number(b === 'you') - Number(a === 'you'))
  return new Intl.ListFormat(WORDS_LOCALE).format(ownFirst)
}

export interface ConflictLine {
  who: string
  what: string
  when: string
}

/** Who would be in two places, what they already have, and when. */
export function conflictLine(
  conflict: EventConflict,
  people: readonly Person[],
  ownEmail: string,
  timeZone: string,
): ConflictLine {
  return {
    who: peopleText(conflict.participants, people, ownEmail),
    what: conflict.title,
    when: formatWhenShort(conflict, timeZone),
  }
}

/** `Interview and Lunch, needed in both: you and Tom Reed`: all that one occurrence overlaps, in a line. */
export function clashText(conflicts: readonly EventConflict[], people: readonly Person[], ownEmail: string): string {
  const titles = new Set(conflicts.map(({ title }) => title))
  const emails = new Set(conflicts.flatMap(({ participants }) => participants))
  const who = peopleText([...emails], people, ownEmail)
  return `${new Intl.ListFormat(WORDS_LOCALE).format(titles)}, needed in both: ${who}`
}
