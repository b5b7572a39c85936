import { Checkbox } from '../../ui/checkbox.tsx'
import type { Member } from '../events/calendar-event.ts'
import { EVERYONE, type PeopleChoice } from './calendar-search.ts'

interface PeopleFilterProps {
  members: readonly Member[]
  /** The signed-in user's id. */
  ownId: string
  choice: PeopleChoice | undefined
  onChange: (choice: PeopleChoice | undefined) => void
}

/** Whose events the calendar shows: one's own at first. */
export function PeopleFilter({ members, ownId, choice, onChange }: PeopleFilterProps) {
  const chosen = new Set(chosenIds(choice, members, ownId))
  const isEveryone = members.every(({ id }) => chosen.has(id))
  const toggle = (id: string) => {
    const next = members.map((member) => member.id).filter((other) => chosen.has(other) !== (other === id))
    onChange(toChoice(next, members, ownId))
  }
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">Whose events</legend>
      <div className="flex h-8 items-center justify-between pl-1.5">
        <p aria-hidden className="text-[0.8125rem] font-semibold text-heading">
          People
        </p>
        <button
          type="button"
          onClick={() => onChange(isEveryone ? undefined : EVERYONE)}
          className="h-7 rounded-md px-1.5 text-xs font-medium text-primary hover:bg-hover"
        >
          {isEveryone ? 'Only me' : 'Everyone'}
        </button>
      </div>
      {members.map((member) => (
        <label
          key={member.id}
          className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-1.5 text-ink transition-colors hover:bg-hover"
        >
          <Checkbox checked={chosen.has(member.id)} onChange={() => toggle(member.id)} />
          <span className="min-w-0 truncate">{member.id === ownId ? `${member.name} (you)` : member.name}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The user ids that a choice means. */
export function chosenIds(choice: PeopleChoice | undefined, members: readonly Member[], ownId: string): string[] {
  if (choice === undefined) return [ownId]
  return choice === EVERYONE ? members.map(({ id }) => id) : choice
}

/** The shortest way to say which people are chosen; nobody at all means oneself. */
export function toChoice(ids: string[], members: readonly Member[], ownId: string): PeopleChoice | undefined {
  if (ids.length === 0 || (ids.length === 1 && ids[0] === ownId)) return undefined
  return ids.length === members.length ? EVERYONE : ids
}
