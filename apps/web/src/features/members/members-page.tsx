import { reachOf } from '@astralis/core/access/access-table'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { PageFrame } from '../../app/page-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { useUser } from '../auth/use-user.ts'
import { DeactivatedMembers } from './deactivated-members.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { Member } from './member.ts'
import { MemberList } from './member-list.tsx'
import { MembersSkeleton } from './members-skeleton.tsx'
import { OpenInvitations } from './open-invitations.tsx'
import { RoleGuide } from './role-guide.tsx'
import { useMembers } from './use-members.ts'

/** Who is in the organization; an ADMIN decides who, and as what. */
export function MembersPage() {
  const user = useUser()
  const mayInvite = reachOf(user.role, 'members.invite') === 'all'
  const [isInviting, setIsInviting] = useState(false)
  const { data, error, isFetching, refetch } = useMembers()
  const invite = () => setIsInviting(true)
  return (
    <PageFrame
      title="Members"
      lead={`Who is in ${user.organization.name}.`}
      actions={
        mayInvite && (
          <Button variant="primary" size="small" onClick={invite}>
            <UserPlus aria-hidden className="size-4" />
            Invite
          </Button>
        )
      }
    >
      <div className="flex max-w-4xl flex-col gap-4 p-3 lg:p-6">
        {data && <Everybody members={data.members} onInvite={mayInvite ? invite : undefined} />}
        {!data && !error && <MembersSkeleton />}
        {!data && error && (
          <LoadFailed
            title="The members could not be loaded"
            error={error}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </PageFrame>
  )
}

interface EverybodyProps {
  members: readonly Member[]
  onInvite: (() => void) | undefined
}

function Everybody({ members, onInvite }: EverybodyProps) {
  const user = useUser()
  const active = members.filter(({ isActive }) => isActive)
  const deactivated = members.filter(({ isActive }) => !isActive)
  return (
    <>
      <MemberList members={active} ownId={user.id} mayManage={reachOf(user.role, 'members.update') === 'all'} />
      {onInvite && <OpenInvitations onInvite={onInvite} />}
      {deactivated.length > 0 && <DeactivatedMembers members={deactivated} heirs={active} />}
      <RoleGuide />
    </>
  )
}
