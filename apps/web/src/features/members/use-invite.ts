import type { Role } from '@astralis/core/people/role'
import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import type { SentInvitation } from './member.ts'

/** What came of inviting some people. */
export interface Invited {
  sent: SentInvitation[]
  refused: { email: string; message: string }[]
}

/**
 * Invites people by mail and by a link, one after the other: each invitation stands by itself, so that an address that is
 * refused keeps nobody else out.
 */
export function useInvite() {
  return useMutation({
    mutationFn: async ({ emails, role }: { emails: string[]; role: Role }) => {
      const invited: Invited = { sent: [], refused: [] }
      for (const email of emails)
        try {
          invited.sent.push((await trpcClient.members.invite.mutate({ email, role })).invitation)
        } catch (error) {
          invited.refused.push({ email, message: describeProblem(error).message })
        }
      return invited
    },
    onSettled: () => trpc.members.invitations.invalidate(),
  })
}
