import { Checkbox } from '../../ui/checkbox.tsx'
import type { Member } from '../events/calendar-event.ts'
import { EVERYONE, type PeopleChoice } from './calendar-search.ts'
import { chosenIds, toggled } from './people-choice.ts'

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
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">Whose events</legend>
      <div className="flex h-8 items-center justify-between ps-1.5">
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
          <Checkbox
            checked={chosen.has(member.id)}
            onChange={() => onChange(toggled(choice, member.id, members, ownId))}
          />
          <span className="min-w-0 truncate">{member.id === ownId ? `${member.name} (you)` : member.name}</span>
        </label>
      ))}
    </fieldset>
  )
}
