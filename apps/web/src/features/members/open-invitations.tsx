import { UserPlus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { InvitationRow } from './invitation-row.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { useOpenInvitations } from './use-members.ts'

/** Who is invited to join and has not yet. */
export function OpenInvitations({ onInvite }: { onInvite: () => void }) {
  const { data, error, isFetching, refetch } = useOpenInvitations()
  const invitations = data?.invitations ?? []
  const list = useFocusKept<HTMLDivElement>(invitations.length)
  return (
    <Card title="Open invitations" lead="Who is invited and has not joined yet. An invitation is good for seven days.">
      <div ref={list} tabIndex={-1} className="outline-none">
        {!data && !error && (
          <div role="status" aria-label="Loading the invitations">
            <Skeleton className="h-12" />
          </div>
        )}
        {!data && error && (
          <LoadFailed
            title="The invitations could not be loaded"
            error={error}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {data && invitations.length === 0 && (
          <div className="flex justify-center py-4">
            <EmptyState
              icon={UserPlus}
              title="No invitation is open"
              action={
                <Button size="small" onClick={onInvite}>
                  Invite somebody
                </Button>
              }
            >
              Whoever joins can be booked, and books by the role they are given.
            </EmptyState>
          </div>
        )}
        {invitations.length > 0 && (
          <ul aria-label="Open invitations">
            {invitations.map((invitation) => (
              // Made anew, it is another invitation of the same person, and the dialog that shows its link stays.
              <InvitationRow key={invitation.email} invitation={invitation} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
