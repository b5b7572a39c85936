import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  children?: ReactNode
  action?: ReactNode
}

/** Says why there is nothing to see and offers the one thing to do about it. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex max-w-sm flex-col items-center gap-3 px-4 text-center">
      <span className="flex size-12 items-center justify-center rounded-full bg-primary-soft text-on-primary-soft">
        <Icon aria-hidden className="size-6" />
      </span>
      <p className="text-base font-semibold text-heading">{title}</p>
      {children && <p className="text-muted">{children}</p>}
      {action && <div className="mt-1">{action}</div>}
    </div>
  )
}
