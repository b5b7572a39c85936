import { UserX } from 'lucide-react'
import { useState } from 'react'
import { zoneName } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import type { Member } from './member.ts'
import { Person } from './person.tsx'
import { RoleBadge } from './role-badge.tsx'
import { RoleSelect } from './role-select.tsx'
import { TransferButton } from './transfer-button.tsx'

interface MemberRowProps {
  member: Member
  isOwn: boolean
  mayManage: boolean
  /** Who could take their meetings over. */
  heirs: readonly Member[]
}

/** A member, and for an ADMIN what can be done about them. */
export function MemberRow({ member, isOwn, mayManage, heirs }: MemberRowProps) {
  const { name, email, role, timeZone } = member
  const [isDeactivating, setIsDeactivating] = useState(false)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <Person name={name} email={email} isOwn={isOwn}>
        {zoneName(timeZone)}
      </Person>
      {mayManage ? <RoleSelect member={member} /> : <RoleBadge role={role} />}
      {mayManage && (
        <div className="flex flex-wrap gap-x-1 gap-y-2 md:w-[15.5rem]">
          {heirs.length > 0 && <TransferButton member={member} heirs={heirs} />}
          {!isOwn && (
            <Button
              size="small"
              variant="danger-ghost"
              aria-label={`Deactivate ${name}`}
              onClick={() => setIsDeactivating(true)}
            >
              <UserX aria-hidden className="size-4" />
              Deactivate
            </Button>
          )}
        </div>
      )}
      {isDeactivating && <DeactivateDialog member={member} heirs={heirs} onClose={() => setIsDeactivating(false)} />}
    </li>
  )
}
