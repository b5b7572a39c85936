import type { Member } from '../events/calendar-event.ts'
import { EVERYONE, type PeopleChoice } from './calendar-search.ts'

type Identified = Pick<Member, 'id'>

/** The user ids that a choice means; nothing chosen means oneself. */
export function chosenIds(choice: PeopleChoice | undefined, members: readonly Identified[], ownId: string): string[] {
  if (choice === undefined) return [ownId]
  return choice === EVERYONE ? members.map(({ id }) => id) : choice
}

/** The choice after a person's box was pressed, in its shortest form; nobody at all means oneself. */
export function toggled(
  choice: PeopleChoice | undefined,
  pressedId: string,
  members: readonly Identified[],
  ownId: string,
): PeopleChoice | undefined {
  const chosen = new Set(chosenIds(choice, members, ownId))
  const ids = members.map(({ id }) => id).filter((id) => chosen.has(id) !== (id === pressedId))
  if (ids.length === 0 || (ids.length === 1 && ids[0] === ownId)) return undefined
  return ids.length === members.length ? EVERYONE : ids
}
