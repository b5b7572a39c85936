import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../../lib/trpc.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AuthLayout } from '../auth/auth-layout.tsx'
import { InvitedRole } from './invited-role.tsx'
import { JoinFailed } from './join-failed.tsx'
import { JoinForm } from './join-form.tsx'
import { useJoin } from './use-join.ts'

const route = getRouteApi('/join/$token')

/** Where the link of an invitation leads: who invited into what, and what is missing to have an account there. */
export function JoinPage() {
  const { token } = route.useParams()
  const join = useJoin(token)
  // Once used, the link leads nowhere: asking again would say so while the calendar opens.
  const { data, error, isFetching, refetch } = useQuery(
    trpc.members.invitation.queryOptions({ token }, { enabled: !join.isSuccess }),
  )
  if (join.isSuccess)
    return (
      <AuthLayout title="Welcome" lead="You have joined. Your calendar is opening.">
        {null}
      </AuthLayout>
    )
  if (data) {
    const { organizationName, invitedBy, role } = data.invitation
    return (
      <AuthLayout title={`Join ${organizationName}`} lead={`${invitedBy} invites you.`}>
        <meta name="robots" content="noindex" />
        <InvitedRole role={role} />
        <JoinForm invitation={data.invitation} join={join} />
      </AuthLayout>
    )
  }
  if (error) return <JoinFailed error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
  return (
    <AuthLayout title="Join" lead="Your invitation is on its way.">
      <div role="status" aria-label="Loading the invitation" className="flex flex-col gap-4">
        <Skeleton className="h-16" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
        <Skeleton className="h-11" />
      </div>
    </AuthLayout>
  )
}
