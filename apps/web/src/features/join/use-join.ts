import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpcClient, type Inputs } from '../../lib/trpc.ts'
import { rememberSession } from '../auth/session.ts'

type JoinValues = Omit<Inputs['members']['acceptInvitation'], 'token'>

/** Joins by the link, which signs in as the new member. What was wrong is for the form to show. */
export function useJoin(token: string) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (values: JoinValues) => trpcClient.members.acceptInvitation.mutate({ token, ...values }),
    onSuccess: (session) => {
      rememberSession(session)
      void navigate({ to: '/calendar' })
    },
  })
}

export type Join = ReturnType<typeof useJoin>
