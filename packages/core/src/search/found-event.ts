import type { Event } from '../events/event.ts'
import { markTerms, termsIn } from './mark-terms.ts'

export const SEARCHED_FIELDS = ['title', 'location', 'description', 'people'] as const
/** Where in an event words can be found. */
type SearchedField = (typeof SEARCHED_FIELDS)[number]

type Shown =
  | 'id'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'allDay'
  | 'timeZone'
  | 'location'
  | 'status'
  | 'showsAs'
  | 'source'
  | 'seriesId'
  | 'recurrence'

/** What a search tells of an event. */
export interface FoundEvent extends Pick<Event, Shown> {
  organizer: string | null
  /** A few of those who take part, first those who were found; names, or addresses of those without one. */
  people: string[]
  peopleCount: number
  /** Where words of the search are. */
  matched: SearchedField[]
  /** What the description says around the first of them; null where they are not in it. */
  excerpt: string | null
}

const MAX_PEOPLE = 5

/**
 * An event, as its finder may see it, with where the terms of a search are in it; `found` are addresses of people whom they
 * mean by what they are called elsewhere.
 */
export function foundEvent(event: Event, terms: readonly string[], found: ReadonlySet<string>): FoundEvent {
  const people = event.participants.map(({ name, email }) => ({
    name: name ?? email,
    isFound: found.has(email) || termsIn(`${name ?? ''}\n${email}`, terms).length > 0,
  }))
  const has = {
    title: termsIn(event.title, terms).length > 0,
    location: termsIn(event.location ?? '', terms).length > 0,
    description: termsIn(event.description ?? '', terms).length > 0,
    people: people.some(({ isFound }) => isFound),
  }
  const organizer = event.participants.find(({ isOrganizer }) => isOrganizer)
  const { id, title, startsAt, endsAt, allDay, timeZone, location, status, showsAs, source, seriesId, recurrence } =
    event
  return {
    id,
    title,
    startsAt,
    endsAt,
    allDay,
    timeZone,
    location,
    status,
    showsAs,
    source,
    seriesId,
    recurrence,
    organizer: organizer ? (organizer.name ?? organizer.email) : null,
    people: people
      .toSorted((one, other) => Number(other.isFound) - Number(one.isFound))
      .slice(0, MAX_PEOPLE)
      .map(({ name }) => name),
    peopleCount: people.length,
    matched: SEARCHED_FIELDS.filter((field) => has[field]),
    excerpt: has.description ? excerptOf(event.description ?? '', terms) : null,
  }
}

const BEFORE = 40
const LENGTH = 160

/** One line of at most 160 letters around the first term. */
function excerptOf(text: string, terms: readonly string[]): string {
  const line = text.normalize('NFC').replaceAll(/\s+/g, ' ')
  const [first] = markTerms(line, terms)
  const at = first && !first.isFound ? first.text.length : 0
  // Not in the middle of a word.
  const from = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1 || at
  const letters = Array.from(line.slice(Math.min(from, at)))
  const start = from > 0 ? '…' : ''
  return start + letters.slice(0, LENGTH).join('').trimEnd() + (letters.length > LENGTH ? '…' : '')
}
