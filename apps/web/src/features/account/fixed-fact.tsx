import type { ReactNode } from 'react'

interface FixedFactProps {
  name: string
  value: string
  /** Why it can not be changed here. */
  children: ReactNode
}

/** One line of a `dl` about what somebody else decides. */
export function FixedFact({ name, value, children }: FixedFactProps) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-[0.8125rem] font-medium text-ink">{name}</dt>
      <dd className="wrap-anywhere text-heading">{value}</dd>
      <dd className="text-[0.8125rem] text-muted">{children}</dd>
    </div>
  )
}
