import type { ReactNode } from 'react'

/** The look of what is a part of a page by itself. */
export const CARD_CLASS = 'flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:p-5'
export const CARD_TITLE_CLASS = 'text-[0.9375rem] leading-6 font-semibold text-heading'

interface CardProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page. */
export function Card({ title, lead, actions, children }: CardProps) {
  return (
    <section aria-label={title} className={CARD_CLASS}>
      <header className="flex items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-0.5">
          <h2 className={CARD_TITLE_CLASS}>{title}</h2>
          {lead && <p className="text-[0.8125rem] text-muted">{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}
