import { UserX } from 'lucide-react'
import { useState } from 'react'
import { zoneName } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import type { Member } from './member.ts'
import { PersonRow } from './person-row.tsx'
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
  const about = { name, email, isOwn, note: zoneName(timeZone) }
  if (!mayManage) return <PersonRow {...about} role={<RoleBadge role={role} />} />
  return (
    <PersonRow
      {...about}
      role={<RoleSelect member={member} />}
      actions={
        <>
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
        </>
      }
    >
      {isDeactivating && <DeactivateDialog member={member} heirs={heirs} onClose={() => setIsDeactivating(false)} />}
    </PersonRow>
  )
}
