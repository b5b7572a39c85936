import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'

/** Who joins while somebody looks appears by itself. */
const LOOK_AGAIN_MILLISECONDS = 10_000

/** Everybody in the organization; an ADMIN also sees who is deactivated. */
export function useMembers() {
  return useQuery(trpc.members.list.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MILLISECONDS }))
}

/** Invitations to join that nobody has accepted yet. Only for an ADMIN. */
export function useOpenInvitations() {
  return useQuery(trpc.members.invitations.queryOptions(undefined, { refetchInterval: LOOK_AGAIN_MILLISECONDS }))
}
