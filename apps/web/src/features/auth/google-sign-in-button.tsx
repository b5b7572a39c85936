import { useMutation } from '@tanstack/react-query'
import { leaveFor } from '../../lib/leave-for.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { notifyProblem } from '../../ui/toast.tsx'
import { GoogleMark } from './google-mark.tsx'

/** Leads to Google, which leads back to `returnTo`, a path of this app. */
export function GoogleSignInButton({ returnTo }: { returnTo: string | undefined }) {
  const leave = useMutation({
    mutationFn: async () => {
      const { url } = await trpcClient.auth.googleUrl.mutate({ returnTo })
      await leaveFor(url)
    },
    onError: (error) => notifyProblem('Google was not asked', describeProblem(error).message),
  })
  return (
    <>
      <p className="flex items-center gap-3 text-[0.8125rem] text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <Button size="large" isBusy={leave.isPending} onClick={() => leave.mutate()}>
        {!leave.isPending && <GoogleMark />}
        Sign in with Google
      </Button>
    </>
  )
}
