import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/use-page-title.ts'
import { BrandMark } from '../ui/brand-mark.tsx'

/** A page that is only a message and a way on. */
export function MessagePage({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  usePageTitle(title)
  return (
    <main className="flex min-h-full flex-col items-center justify-center gap-4 bg-canvas px-6 py-12 text-center">
      <BrandMark className="size-12" />
      <h1 className="mt-2 text-2xl leading-8 font-semibold tracking-tight text-heading">{title}</h1>
      <p className="max-w-md text-[0.9375rem] leading-6 text-muted">{children}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>
    </main>
  )
}
