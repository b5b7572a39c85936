import type { CalendarEvent, CalendarPerson } from '../ical/calendar-event.ts'
import { FACT_NAMES, type FactName, type Facts, listPeople } from './event-facts.ts'
import type { Fact, Line, Piece } from './mail-body.ts'

/** The facts of `event`, marked where they were something else before; what there is no more is told as `None`. */
export function changedFacts(event: CalendarEvent, now: Facts, previous: CalendarEvent, before: Facts): Facts {
  return new Map(
    FACT_NAMES.flatMap((name): [FactName, Fact][] => {
      const [is, was] = [now.get(name) ?? null, before.get(name) ?? null]
      const fact = is ?? gone(was)
      if (fact === null) return []
      if (name === 'people') return [[name, comparePeople(fact, event.participants, previous.participants)]]
      // Nobody was told of single occurrences together with the series before: there is nothing to compare with.
      return [[name, name === 'except' ? fact : compare(name, fact, is, was)]]
    }),
  )
}

function compare(name: FactName, fact: Fact, is: Fact | null, was: Fact | null): Fact {
  if (JSON.stringify(is?.lines) === JSON.stringify(was?.lines)) return fact
  if (was === null) return { ...fact, change: { mark: 'new', was: [] } }
  // Two long texts to compare would help nobody.
  if (name === 'description') return { ...fact, change: { mark: 'changed', was: [] } }
  return { ...fact, change: { mark: null, was: was.lines.map((line) => line.map(withoutLink)) } }
}

function gone(fact: Fact | null): Fact | null {
  return fact && { ...fact, lines: [['None']], notes: [] }
}

/** Nobody should join by the old link. */
function withoutLink(piece: Piece): Piece {
  return typeof piece === 'object' && 'href' in piece ? { user: piece.href } : piece
}

/** Who is new and who is not asked any more, rather than two long lists to compare. */
function comparePeople(fact: Fact, now: readonly CalendarPerson[], before: readonly CalendarPerson[]): Fact {
  const [added, left] = [without(now, before), without(before, now)]
  const notes: Line[] = [
    ...(added.length === 0 ? [] : [['New: ', ...listPeople(added)]]),
    ...(left.length === 0 ? [] : [['No longer: ', ...listPeople(left)]]),
  ]
  return notes.length === 0 ? fact : { ...fact, notes, change: { mark: null, was: [] } }
}

function without(people: readonly CalendarPerson[], others: readonly CalendarPerson[]): CalendarPerson[] {
  const known = new Set(others.map(({ email }) => email))
  return people.filter(({ email }) => !known.has(email))
}
