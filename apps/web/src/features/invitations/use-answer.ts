import { useMutation } from '@tanstack/react-query'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import type { Answer } from './answers.ts'

/** Answers an invitation. Refused where it can not be answered any more; then the page is told why. */
export function useAnswer(token: string, onAnswered: () => void) {
  return useMutation({
    mutationFn: (status: Answer) => trpcClient.events.respond.mutate({ token, status }),
    onSuccess: (_answered, status) => {
      trpc.events.invitation.setData({ token }, (known) =>
        known ? { invitation: { ...known.invitation, answer: status } } : known,
      )
      onAnswered()
    },
    onSettled: () => void trpc.events.invitation.invalidate({ token }),
  })
}
