import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/use-page-title.ts'
import { Shell } from './shell.tsx'

interface PageFrameProps {
  title: string
  lead: string
  actions?: ReactNode
  /** Stays in sight below what scrolls. */
  footer?: ReactNode
  children: ReactNode
}

/** A page with a heading and a body that scrolls. */
export function PageFrame({ title, lead, actions, footer, children }: PageFrameProps) {
  usePageTitle(title)
  return (
    <Shell>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2.5 border-b border-line bg-surface px-3 py-2.5 lg:min-h-[3.75rem] lg:px-6">
        <div className="flex min-w-0 flex-1 flex-col">
          <h1 className="text-lg leading-6 font-semibold tracking-tight text-heading">{title}</h1>
          <p className="text-[0.8125rem] text-muted max-lg:hidden">{lead}</p>
        </div>
        {actions}
      </header>
      {/* Positioned, so that what is hidden for screen readers scrolls with the rest. */}
      <div className="relative min-h-0 flex-1 overflow-y-auto">{children}</div>
      {footer}
    </Shell>
  )
}
