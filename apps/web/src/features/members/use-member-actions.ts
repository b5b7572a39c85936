import type { Role } from '@astralis/core/people/role'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import { reloadSession } from '../auth/session.ts'
import { useUser } from '../auth/use-user.ts'
import { refreshEvents } from '../events/event-cache.ts'
import { countMeetings, withArticle, type Member } from './member.ts'

type Person = Pick<Member, 'id' | 'name'>

/** Gives somebody another role; of one's own, the page follows at once. */
export function useChangeRole({ id, name }: Person) {
  const user = useUser()
  const router = useRouter()
  return useMutation({
    mutationFn: (role: Role) => trpcClient.members.update.mutate({ id, role }),
    onSuccess: (_, role) => notify(`${name} is ${withArticle(role)} now`),
    onError: (error) => notifyProblem('The role was not changed', describeProblem(error).message),
    onSettled: async () => {
      if (id === user.id) {
        await reloadSession()
        await router.invalidate()
      }
      await trpc.members.invalidate()
    },
  })
}

/** Lets somebody in again who was deactivated. */
export function useReactivate({ id, name }: Person) {
  return useMutation({
    mutationFn: () => trpcClient.members.update.mutate({ id, isActive: true }),
    onSuccess: () => notify(`${name} is a member again`, 'They can sign in with the password they had.'),
    onError: (error) => notifyProblem(`${name} was not reactivated`, describeProblem(error).message),
    onSettled: () => trpc.members.invalidate(),
  })
}

/** Locks somebody out, and then hands their coming meetings to `heir`, if there is one, which they leave by that. */
export function useDeactivate({ id, name }: Person, onDone: () => void) {
  const deactivate = useMutation({
    mutationFn: () => trpcClient.members.update.mutate({ id, isActive: false }),
    onError: (error) => notifyProblem(`${name} was not deactivated`, describeProblem(error).message),
  })
  const transfer = useMutation({
    mutationFn: (heir: Person) => trpcClient.members.transfer.mutate({ fromId: id, toId: heir.id }),
    onSuccess: ({ meetings }, heir) =>
      notify(`${name} is deactivated`, `${countMeetings(meetings)} handed to ${heir.name}.`),
    onError: (error) => notifyProblem(`${name} is deactivated, but keeps the meetings`, describeProblem(error).message),
  })
  return useMutation({
    mutationFn: async (heir: Person | undefined) => {
      await deactivate.mutateAsync()
      if (heir) await transfer.mutateAsync(heir)
      else notify(`${name} is deactivated`)
    },
    onSettled: async () => {
      await Promise.all([trpc.members.invalidate(), refreshEvents()])
      onDone()
    },
  })
}

/** Hands somebody's coming meetings to `heir`. */
export function useTransfer({ id, name }: Person, onDone: () => void) {
  return useMutation({
    mutationFn: (heir: Person) => trpcClient.members.transfer.mutate({ fromId: id, toId: heir.id }),
    onSuccess: async ({ meetings }, heir) => {
      if (meetings === 0) notify(`${name} has no coming meetings`, 'There was nothing to hand over.')
      else notify(`${countMeetings(meetings)} handed to ${heir.name}`)
      await refreshEvents()
      onDone()
    },
    onError: (error) => notifyProblem('The meetings were not handed over', describeProblem(error).message),
  })
}

/** Lets the link of an invitation lead nowhere. */
export function useWithdraw({ id, email }: { id: string; email: string }, onDone: () => void) {
  return useMutation({
    mutationFn: () => trpcClient.members.withdrawInvitation.mutate({ id }),
    onSuccess: () => notify(`The invitation of ${email} is withdrawn`),
    onError: (error) => notifyProblem('The invitation was not withdrawn', describeProblem(error).message),
    onSettled: async () => {
      await trpc.members.invitations.invalidate()
      onDone()
    },
  })
}
