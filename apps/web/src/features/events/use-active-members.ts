import { useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import type { Member } from './calendar-event.ts'

const NOBODY: Member[] = []

/** Whom to choose from: without those who are deactivated, which an ADMIN is told of too. */
export function useActiveMembers(): Member[] {
  return useQuery(trpc.members.list.queryOptions(undefined, { select: onlyActive })).data ?? NOBODY
}

function onlyActive({ members }: Outputs['members']['list']): Member[] {
  return members.filter(({ isActive }) => isActive)
}
