import { CalendarCheck, Globe, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { WeekPicture } from './week-picture.tsx'

const PROMISES = [
  { icon: ShieldCheck, text: 'Nobody is ever booked twice, however many people book at once.' },
  { icon: CalendarCheck, text: 'Overlaps are shown while you type: who, what and when.' },
  { icon: Globe, text: 'Every time is named with its zone, so nobody dials in an hour early.' },
]

/** The form beside the brand; on a narrow screen the form alone. */
export function AuthLayout({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  usePageTitle(title)
  return (
    <div className="grid min-h-full lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main className="flex flex-col bg-surface px-5 py-8 sm:px-10">
        <div className="flex items-center gap-2.5">
          <BrandMark className="size-8" />
          <span className="text-base font-semibold text-heading">AstralisOps</span>
        </div>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 py-8">
          <header className="flex flex-col gap-1.5">
            <h1 className="text-2xl leading-8 font-semibold tracking-tight text-heading">{title}</h1>
            <p className="text-muted">{lead}</p>
          </header>
          {children}
        </div>
      </main>
      <aside className="hidden flex-col justify-center gap-10 overflow-hidden bg-navy px-12 py-10 text-ink scheme-dark lg:flex">
        <WeekPicture />
        <div className="flex max-w-md flex-col gap-5">
          <p className="text-2xl leading-8 font-semibold tracking-tight text-heading">
            One calendar your team can trust.
          </p>
          <ul className="flex flex-col gap-3">
            {PROMISES.map(({ icon: Icon, text }) => (
              <li key={text} className="flex items-start gap-3 text-muted">
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-sky" />
                {text}
              </li>
            ))}
          </ul>
        </div>
      </aside>
    </div>
  )
}
