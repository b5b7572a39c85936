import { UserCheck } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import type { Member } from './member.ts'
import { PersonRow } from './person-row.tsx'
import { RoleBadge } from './role-badge.tsx'
import { TransferButton } from './transfer-button.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { useReactivate } from './use-member-actions.ts'

interface DeactivatedMembersProps {
  members: readonly Member[]
  /** Who could take their meetings over. */
  heirs: readonly Member[]
}

/** Who was a member: their meetings and what they did stay, but they can not sign in. */
export function DeactivatedMembers({ members, heirs }: DeactivatedMembersProps) {
  const list = useFocusKept<HTMLUListElement>(members.length)
  return (
    <Card title="Deactivated" lead="They can not sign in and get no mail. What they did stays.">
      <ul ref={list} tabIndex={-1} aria-label="Deactivated members" className="outline-none">
        {members.map((member) => (
          <DeactivatedRow key={member.id} member={member} heirs={heirs} />
        ))}
      </ul>
    </Card>
  )
}

function DeactivatedRow({ member, heirs }: { member: Member; heirs: readonly Member[] }) {
  const { name, email, role } = member
  const reactivate = useReactivate(member)
  return (
    <PersonRow
      name={name}
      email={email}
      role={<RoleBadge role={role} />}
      actions={
        <>
          <TransferButton member={member} heirs={heirs} />
          <Button
            size="small"
            isBusy={reactivate.isPending}
            aria-label={`Reactivate ${name}`}
            onClick={() => reactivate.mutate()}
          >
            {!reactivate.isPending && <UserCheck aria-hidden className="size-4" />}
            Reactivate
          </Button>
        </>
      }
    />
  )
}
