import { clsx } from 'clsx'
import { CircleX } from 'lucide-react'
import { blockerText } from './blocker-text.ts'
import type { Blocker } from './suggestions.ts'

interface BlockerListProps {
  blockers: readonly Blocker[]
  /** In which events are said. */
  timeZone: string
  nameOf: (email: string) => string
}

/** What is in the way. */
export function BlockerList({ blockers, timeZone, nameOf }: BlockerListProps) {
  return (
    <ul className="flex flex-col gap-2">
      {blockers.map((blocker, index) => {
        const { email, rule, facts } = blocker
        const isOptional = facts['isOptional'] === true
        return (
          <li key={`${email} ${rule} ${index}`} className="flex items-start gap-2 text-ink">
            <CircleX
              aria-hidden
              className={clsx('mt-0.5 size-4 shrink-0', isOptional ? 'text-muted' : 'text-error-strong')}
            />
            <span className="min-w-0 wrap-anywhere">
              {blockerText(blocker, nameOf, timeZone)}
              {isOptional && <span className="text-muted"> Optional, so it does not matter.</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
