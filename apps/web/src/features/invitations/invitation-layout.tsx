import type { ReactNode } from 'react'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'

interface InvitationLayoutProps {
  title: string
  children: ReactNode
  footer?: ReactNode
}

/** A card below the brand, for people who may never have heard of it. Not for search engines. */
export function InvitationLayout({ title, children, footer }: InvitationLayoutProps) {
  usePageTitle(title)
  return (
    <div className="relative flex min-h-full flex-col bg-canvas">
      <meta name="robots" content="noindex" />
      <div aria-hidden className="absolute inset-x-0 top-0 h-56 bg-navy" />
      <header className="relative mx-auto flex w-full max-w-2xl items-center gap-2.5 px-4 pt-6 pb-5 scheme-dark sm:pt-10">
        <BrandMark className="size-8" />
        <span className="text-base font-semibold text-heading">AstralisOps</span>
      </header>
      <main className="relative mx-auto w-full max-w-2xl px-3 sm:px-4">
        <div className="rounded-lg border border-line bg-surface shadow-raised">{children}</div>
      </main>
      {footer && <footer className="mx-auto w-full max-w-2xl px-4 py-5 text-[0.8125rem] text-muted">{footer}</footer>}
    </div>
  )
}
