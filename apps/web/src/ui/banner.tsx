import { clsx } from 'clsx'
import { CircleAlert, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

const TONES = {
  info: 'border-info/40 bg-info-soft text-on-info-soft',
  warning: 'border-warning/50 bg-warning-soft text-on-warning-soft',
  error: 'border-error/50 bg-error-soft text-on-error-soft',
} as const

const ICONS: Record<keyof typeof TONES, LucideIcon> = { info: Info, warning: TriangleAlert, error: CircleAlert }

interface BannerProps {
  tone: keyof typeof TONES
  title: string
  icon?: LucideIcon
  children?: ReactNode
  actions?: ReactNode
}

/** A message that stays until its cause is gone. Errors interrupt a screen reader, the others wait. */
export function Banner({ tone, title, icon, children, actions }: BannerProps) {
  const Icon = icon ?? ICONS[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={clsx('flex gap-3 rounded-lg border p-3 text-[0.8125rem]', TONES[tone])}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children}
        {actions && <div className="mt-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
