import type { CalendarEvent, CalendarParticipant } from '../ical/calendar-event.ts'
import { loseTo, type LostValue } from './lost-value.ts'
import type { Side } from './remote-item.ts'
import { resolveChange, type Sides } from './resolve-change.ts'

type People = Pick<CalendarEvent, 'organizer' | 'participants'>

export interface MergedPeople extends Sides<People> {
  lost: LostValue[]
}

/**
 * Who takes part, person by person: joins, leaves and answers of different people do not stand in each other's way. What
 * only one side knows of its people, and nobody changed, stays on that side. Without a base everybody counts as new.
 */
export function mergePeople(now: Sides<People>, base: Sides<People> | null, owner: Side): MergedPeople {
  const lost: LostValue[] = []
  const merged = new Map<string, MergedPerson>()
  for (const email of [...emailsOf(now.here), ...emailsOf(now.there)]) {
    if (merged.has(email)) continue
    const person = { here: find(now.here, email), there: find(now.there, email) }
    const before = { here: find(base?.here, email), there: find(base?.there, email) }
    const next = mergePerson(person, before, owner)
    merged.set(email, next)
    if (next.isConflict) lost.push(loseTo(owner, 'people', { here: only(person.here), there: only(person.there) }))
  }
  // Each side in its own order, newcomers last.
  const listFor = (side: Side) =>
    [...new Set([...emailsOf(now[side]), ...merged.keys()])].flatMap((email) => merged.get(email)?.[side] ?? [])
  const organizers = { here: now.here.organizer, there: now.there.organizer }
  const emailOf = (people: People | undefined) => people?.organizer?.email
  const { winner, isConflict } = resolveChange(
    { here: emailOf(now.here), there: emailOf(now.there) },
    { here: emailOf(base?.here), there: emailOf(base?.there) },
    owner,
  )
  if (isConflict)
    lost.push(loseTo(owner, 'people', { here: { organizer: organizers.here }, there: { organizer: organizers.there } }))
  return {
    here: { organizer: organizers[winner ?? 'here'], participants: listFor('here') },
    there: { organizer: organizers[winner ?? 'there'], participants: listFor('there') },
    lost,
  }
}

function emailsOf({ participants }: People): string[] {
  return participants.map(({ email }) => email)
}

function find(people: People | undefined, email: string): MaybePerson {
  return people?.participants.find((person) => person.email === email)
}

type MaybePerson = CalendarParticipant | undefined

interface MergedPerson extends Sides<MaybePerson> {
  isConflict: boolean
}

function mergePerson(now: Sides<MaybePerson>, base: Sides<MaybePerson>, owner: Side): MergedPerson {
  if (!now.here || !now.there) return mergePresence(now, base, owner)
  // Who has just been asked has not answered: an answer given on one side is no conflict with none on the other.
  const answer = resolveChange(
    { here: now.here.status, there: now.there.status },
    { here: base.here?.status ?? 'pending', there: base.there?.status ?? 'pending' },
    owner,
  )
  const need = resolveChange(
    { here: now.here.isOptional, there: now.there.isOptional },
    { here: base.here?.isOptional, there: base.there?.isOptional },
    owner,
  )
  const { here, there } = now
  const as = (person: CalendarParticipant, own: Side): CalendarParticipant => ({
    ...person,
    status: { here, there }[answer.winner ?? own].status,
    isOptional: { here, there }[need.winner ?? own].isOptional,
  })
  return { here: as(here, 'here'), there: as(there, 'there'), isConflict: answer.isConflict || need.isConflict }
}

/** For somebody who is on one side only. */
function mergePresence(now: Sides<MaybePerson>, base: Sides<MaybePerson>, owner: Side): MergedPerson {
  const values = ({ here, there }: Sides<MaybePerson>) => ({ here: valueOf(here), there: valueOf(there) })
  const { winner, isConflict } = resolveChange(values(now), values(base), owner)
  return winner ? { here: now[winner], there: now[winner], isConflict } : { ...now, isConflict }
}

function valueOf(person: MaybePerson): string | null {
  return person ? `${person.status} ${person.isOptional}` : null
}

function only(person: MaybePerson) {
  return { participants: person ? [person] : [] }
}
