import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Link2Off } from 'lucide-react'
import { describeProblem } from '../../lib/problem.ts'
import { trpc } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { InvitationCard } from './invitation-card.tsx'
import { InvitationLayout } from './invitation-layout.tsx'

const route = getRouteApi('/invitations/$token')

/** Where the links in a mail lead: what somebody is invited to, and their answer. No account is needed. */
export function InvitationPage() {
  const { token } = route.useParams()
  const { data, error, isFetching, refetch } = useQuery(trpc.events.invitation.queryOptions({ token }))
  if (data)
    return (
      <InvitationLayout
        title={data.invitation.title}
        footer={data.invitation.state === 'open' && <Warning email={data.invitation.email} />}
      >
        <InvitationCard token={token} invitation={data.invitation} />
      </InvitationLayout>
    )
  if (error)
    return (
      <InvitationLayout title="Invitation">
        <h1 className="sr-only">Invitation</h1>
        <Failed error={error} isRetrying={isFetching} onRetry={() => void refetch()} />
      </InvitationLayout>
    )
  return (
    <InvitationLayout title="Invitation">
      <h1 className="sr-only">Invitation</h1>
      <div role="status" aria-label="Loading the invitation" className="flex flex-col gap-4 p-5 sm:p-8">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-8 w-72 max-w-full" />
        <Skeleton className="h-28" />
        <Skeleton className="h-11" />
      </div>
    </InvitationLayout>
  )
}

function Warning({ email }: { email: string }) {
  return (
    <>
      This page answers for <span className="font-medium wrap-anywhere text-ink">{email}</span>. Whoever has its link
      can do that, so it is better not passed on.
    </>
  )
}

function Failed({ error, ...retry }: { error: Error; isRetrying: boolean; onRetry: () => void }) {
  if (describeProblem(error).reason !== 'NOT_FOUND')
    return <LoadFailed title="The invitation could not be loaded" error={error} {...retry} />
  return (
    <div className="flex justify-center py-12">
      <EmptyState icon={Link2Off} title="This link leads to no invitation">
        It may have been cut off when it was copied, or the event has been deleted. Open it from the mail once more, or
        ask whoever invited you.
      </EmptyState>
    </div>
  )
}
