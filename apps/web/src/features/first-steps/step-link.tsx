import { Link, type LinkProps } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'

interface StepLinkProps extends Pick<LinkProps, 'to' | 'search'> {
  isPrimary?: boolean
  children: ReactNode
}

/** Leads to the page where a step is taken; looks like a button, because it stands beside some. */
export function StepLink({ isPrimary = false, children, ...target }: StepLinkProps) {
  return (
    <Link
      {...target}
      className={clsx(
        'inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-md px-4 text-sm font-medium whitespace-nowrap shadow-card transition-colors',
        isPrimary
          ? 'bg-primary text-on-primary hover:bg-primary-hover'
          : 'border border-line bg-surface text-ink hover:bg-hover',
      )}
    >
      {children}
    </Link>
  )
}
