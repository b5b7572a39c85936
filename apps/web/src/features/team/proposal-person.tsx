import type { Presence } from '@astralis/core/slots/suggestion'
import { Avatar } from '../../ui/avatar.tsx'
import { PRESENCE_LOOKS } from '../suggestions/presence-looks.ts'
import type { Block, Colleague } from './colleague.ts'
import { cityOf, differs, localTime } from './team-words.ts'

interface ProposalPersonProps {
  colleague: Colleague
  presence: Presence
  /** What they are busy with then. */
  taking: readonly Block[]
  /** The start, in epoch milliseconds. */
  at: number
  /** The viewer's. */
  timeZone: string
}

/** One person's part in a proposed time, and what their clock says then. */
export function ProposalPerson({ colleague, presence, taking, at, timeZone }: ProposalPersonProps) {
  const { label, icon: Icon, className } = PRESENCE_LOOKS[presence]
  const titles = [...new Set(taking.flatMap(({ title }) => title ?? []))].join(', ')
  return (
    <li className="flex min-h-10 items-center gap-2.5 py-1 text-[0.8125rem]">
      <Avatar name={colleague.name} email={colleague.email} className="size-7 text-[0.6875rem]" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium text-ink">{colleague.name}</span>
        {titles && <span className="truncate text-xs text-muted">{titles}</span>}
        {!titles && differs(colleague.timeZone, timeZone, at) && (
          <span className="truncate text-xs text-muted tabular-nums">
            {localTime(at, colleague.timeZone, timeZone)} in {cityOf(colleague.timeZone)}
          </span>
        )}
      </span>
      <span className="flex shrink-0 items-center gap-1 text-muted">
        <Icon aria-hidden className={`size-4 ${className}`} />
        {label}
      </span>
    </li>
  )
}
