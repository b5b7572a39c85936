import type { CalendarEvent, CalendarParticipant, CalendarPerson } from '../ical/calendar-event.ts'
import { bodyLine, bodyLines } from './clean-words.ts'
import type { Fact, Line, Piece } from './mail-body.ts'
import { safeLink } from './safe-link.ts'
import { tellExceptions } from './tell-exceptions.ts'
import { firstTimes, tellRepeats } from './tell-series.ts'
import { tellTimes } from './tell-time.ts'

/** In the order in which a mail tells them. */
export const FACT_NAMES = [
  'title',
  'when',
  'repeats',
  'except',
  'where',
  'link',
  'organizer',
  'people',
  'description',
] as const
export type FactName = (typeof FACT_NAMES)[number]
export type Facts = ReadonlyMap<FactName, Fact>

/** What a reader in `timeZone` is told of an event. Throws as `renderMail` does. */
export function factsOf(event: CalendarEvent, exceptions: readonly CalendarEvent[], timeZone: string): Facts {
  const { location, meetingLink, organizer, participants, description } = event
  const [repeats, link] = [tellRepeats(event, timeZone), safeLink(meetingLink)]
  const except = tellExceptions(event, exceptions, timeZone)
  const facts: Record<FactName, Fact | null> = {
    title: fact('Title', [[titleOf(event)]]),
    when: tellWhen(event, timeZone),
    repeats: fact('Repeats', ourLines(repeats === null ? [] : [repeats])),
    except: fact('Except', ourLines(except)),
    where: fact('Where', writtenLines([bodyLine(location ?? '')])),
    link: fact('Meeting link', link === null ? [] : [[{ href: link, label: null }]]),
    organizer: fact('Organizer', organizer ? [tellOrganizer(organizer)] : []),
    people: fact('Who takes part', participants.length === 0 ? [] : [listPeople(participants)]),
    description: fact('Description', writtenLines(bodyLines(description ?? ''))),
  }
  return new Map(FACT_NAMES.flatMap((name) => (facts[name] ? [[name, facts[name]]] : [])))
}

/** What somebody called the event, or words for that they did not. */
export function titleOf({ title }: CalendarEvent): Piece {
  const clean = bodyLine(title)
  return clean === '' ? '(no title)' : { user: clean }
}

/** A person's name, or their address where they have none. */
export function nameOf({ name, email }: CalendarPerson): Piece {
  return { user: bodyLine(name ?? '') || bodyLine(email) }
}

const MAX_PEOPLE = 12

/** `Ann, Ben (optional) and 3 more` */
export function listPeople(people: readonly (CalendarPerson & Partial<CalendarParticipant>)[]): Line {
  const shown = people.slice(0, MAX_PEOPLE)
  const more = people.length - shown.length
  const names = shown.flatMap((person, index): Piece[] => [
    ...(index === 0 ? [] : [', ']),
    nameOf(person),
    ...(person.isOptional ? [' (optional)'] : []),
  ])
  return more > 0 ? [...names, ` and ${more} more`] : names
}

/** Null where there is nothing to tell. */
function fact(label: string, lines: readonly Line[], notes: readonly Line[] = []): Fact | null {
  return lines.length === 0 ? null : { label, lines, notes, change: null }
}

function tellWhen(event: CalendarEvent, timeZone: string): Fact | null {
  const { told, own } = tellTimes(firstTimes(event), timeZone)
  return fact(event.recurrence === null ? 'When' : 'First time', [[told]], own === null ? [] : [[own]])
}

function ourLines(lines: readonly string[]): Line[] {
  return lines.map((line) => [line])
}

function writtenLines(lines: readonly string[]): Line[] {
  return lines.join('') === '' ? [] : lines.map((line) => [{ user: line }])
}

/** With the address, because anybody can choose a name. */
function tellOrganizer({ name, email }: CalendarPerson): Line {
  const clean = bodyLine(name ?? '')
  const address = { user: bodyLine(email) }
  return clean === '' ? [address] : [{ user: clean }, ' (', address, ')']
}
