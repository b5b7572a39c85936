import type { ReactNode } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'

interface PersonProps {
  name: string | null
  email: string
  isOwn?: boolean
  /** Below the address. */
  children?: ReactNode
}

/** Who somebody is, at the start of a row. */
export function Person({ name, email, isOwn = false, children }: PersonProps) {
  return (
    <div className="flex min-w-0 flex-[1_1_14rem] items-center gap-3">
      <Avatar name={name} email={email} className="size-9 text-xs" />
      <div className="flex min-w-0 flex-col">
        <p className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere text-heading">
          {name ?? email}
          {isOwn && <Badge tone="neutral">you</Badge>}
        </p>
        {name && <p className="text-[0.8125rem] wrap-anywhere text-muted">{email}</p>}
        {children && <p className="text-[0.8125rem] text-muted">{children}</p>}
      </div>
    </div>
  )
}
