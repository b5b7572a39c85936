import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** One thing to know about something, beside its icon. */
export function Detail({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <section className="flex gap-3">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <h3 className="sr-only">{label}</h3>
        {children}
      </div>
    </section>
  )
}
