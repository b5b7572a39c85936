import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'

/** Says to somebody who is signed in that they will be somebody else in this browser. */
export function SignedInNote({ email }: { email: string }) {
  const session = useQuery(trpc.auth.me.queryOptions()).data
  if (!session) return null
  const { user } = session
  return (
    <Banner tone="info" title={`You are signed in as ${user.name}`}>
      <p className="wrap-anywhere">
        Joining signs this browser out of {user.email} ({user.organization.name}) and in as {email}. Nothing of{' '}
        {user.organization.name} changes.
      </p>
    </Banner>
  )
}
