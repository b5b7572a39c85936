import { CircleX } from 'lucide-react'
import type { Blocker } from './suggestions.ts'

/** What is in the way, in the server's words. */
export function BlockerList({ blockers }: { blockers: readonly Blocker[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {blockers.map(({ email, rule, message, facts }, index) => (
        <li key={`${email} ${rule} ${index}`} className="flex items-start gap-2 text-ink">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-error-strong" />
          <span className="min-w-0 wrap-anywhere">
            {message}
            {facts['isOptional'] === true && <span className="text-muted"> Optional, so it does not matter.</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
