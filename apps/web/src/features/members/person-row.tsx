import type { ReactNode } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'

interface PersonRowProps {
  /** Null for somebody who is known only by address. */
  name: string | null
  email: string
  isOwn?: boolean
  /** Below the address. */
  note?: string
  role: ReactNode
  actions?: ReactNode
  /** Dialogs that the actions open. */
  children?: ReactNode
}

/** Who somebody is, their role, and what can be done about them; the roles stand below each other. */
export function PersonRow({ name, email, isOwn = false, note, role, actions, children }: PersonRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-1 basis-full items-center gap-3 md:basis-56">
        <Avatar name={name} email={email} className="size-9 text-xs" />
        <div className="flex min-w-0 flex-col">
          <p className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere text-heading">
            {name ?? email}
            {isOwn && <Badge tone="neutral">you</Badge>}
          </p>
          {name && <p className="text-[0.8125rem] wrap-anywhere text-muted">{email}</p>}
          {note && <p className="text-[0.8125rem] text-muted">{note}</p>}
        </div>
      </div>
      <div className="md:w-32">{role}</div>
      {actions && <div className="flex flex-wrap gap-x-1 gap-y-2 max-md:-ms-3 md:w-[14.5rem]">{actions}</div>}
      {children}
    </li>
  )
}
