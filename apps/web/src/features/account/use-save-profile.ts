import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { queryClient } from '../../lib/query-client.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify } from '../../ui/toast.tsx'
import { useUsesOutbox } from '../auth/use-user.ts'

interface Profile {
  name: string
  timeZone: string
}

interface SaveProfileOptions {
  onSaved: (profile: Profile) => void
  onError: (error: Error) => void
}

/** Changes who one is; every page says it anew. */
export function useSaveProfile({ onSaved, onError }: SaveProfileOptions) {
  const router = useRouter()
  const usesOutbox = useUsesOutbox()
  return useMutation({
    mutationFn: (profile: Profile) => trpcClient.account.update.mutate(profile),
    onError,
    onSuccess: async ({ user }) => {
      onSaved(user)
      notify('Profile saved')
      trpc.auth.me.setData(undefined, { user, usesOutbox })
      // Names and zones are in almost everything that was loaded.
      await Promise.all([router.invalidate(), queryClient.invalidateQueries()])
    },
  })
}
