import { Avatar } from '../../ui/avatar.tsx'
import type { NameChoice } from './find-people.ts'

interface NameChoicesProps {
  choices: readonly NameChoice[]
  onChoose: (said: string, email: string) => void
}

/** Asks which of several people of one name is meant. */
export function NameChoices({ choices, onChoose }: NameChoicesProps) {
  return choices.map(({ said, candidates }) => (
    <fieldset key={said} className="flex min-w-0 flex-col gap-1.5">
      <legend className="pb-1 text-[0.8125rem] font-medium text-ink">Which {said}?</legend>
      {candidates.map(({ name, email }) => (
        <button
          key={email}
          type="button"
          onClick={() => onChoose(said, email)}
          className="flex min-h-10 items-center gap-2.5 rounded-md border border-line px-2.5 py-1.5 text-start transition-colors hover:bg-hover"
        >
          <Avatar name={name} email={email} className="size-6 text-[0.625rem]" />
          <span className="flex min-w-0 flex-col">
            <span className="truncate font-medium text-ink">{name ?? email}</span>
            <span className="truncate text-xs text-muted">{email}</span>
          </span>
        </button>
      ))}
    </fieldset>
  ))
}
