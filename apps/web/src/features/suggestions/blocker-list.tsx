import { clsx } from 'clsx'
import { CircleX } from 'lucide-react'
import type { Blocker } from './suggestions.ts'

/** What is in the way, in the server's words. */
export function BlockerList({ blockers }: { blockers: readonly Blocker[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {blockers.map(({ email, rule, message, facts }, index) => {
        const isOptional = facts['isOptional'] === true
        return (
          <li key={`${email} ${rule} ${index}`} className="flex items-start gap-2 text-ink">
            <CircleX
              aria-hidden
              className={clsx('mt-0.5 size-4 shrink-0', isOptional ? 'text-muted' : 'text-error-strong')}
            />
            <span className="min-w-0 wrap-anywhere">
              {message}
              {isOptional && <span className="text-muted"> Optional, so it does not matter.</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
