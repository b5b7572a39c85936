import type { ReactNode } from 'react'

interface StepFrameProps {
  title: string
  children: ReactNode
  actions: ReactNode
}

/** One step: what it is for, and what can be done about it. */
export function StepFrame({ title, children, actions }: StepFrameProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2.5">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
        <h3 className="font-semibold text-heading">{title}</h3>
        <p className="text-[0.8125rem] text-muted">{children}</p>
      </div>
      <div className="flex flex-wrap items-center gap-2">{actions}</div>
    </div>
  )
}
