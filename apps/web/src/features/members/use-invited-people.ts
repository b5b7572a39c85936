import { reachOf } from '@astralis/core/access/access-table'
import { useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import { useUser } from '../auth/use-user.ts'

const NOBODY: string[] = []

/** Addresses of those who are invited and have not joined yet, for whoever may know. */
export function useInvitedPeople(): string[] {
  const { role } = useUser()
  const enabled = reachOf(role, 'members.invitations') !== 'none'
  return useQuery(trpc.members.invitations.queryOptions(undefined, { enabled, select: addresses })).data ?? NOBODY
}

function addresses({ invitations }: Outputs['members']['invitations']): string[] {
  return invitations.map(({ email }) => email)
}
