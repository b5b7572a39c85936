import { useMutation, useQuery } from '@tanstack/react-query'
import { zoneName } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import { useUser } from '../auth/use-user.ts'
import { weekText } from '../availability/week-text.ts'
import { StepFrame } from './step-frame.tsx'
import { StepLink } from './step-link.tsx'
import type { StepProps } from './step.ts'
import { refreshFirstSteps } from './use-first-steps.ts'

/** Confirms the hours of a working week with one press, or leads to where they are set. */
export function HoursStep({ isDone }: StepProps) {
  const { timeZone } = useUser()
  const { data } = useQuery(trpc.availability.get.queryOptions({}))
  const use = useMutation({
    mutationFn: () => trpcClient.availability.set.mutate({ timeZone }),
    onSuccess: async (saved) => {
      trpc.availability.get.setData({}, saved)
      notify('Your hours are set')
      await Promise.all([refreshFirstSteps(), trpc.scheduling.invalidate()])
    },
    onError: (error) => notifyProblem('Your hours were not set', describeProblem(error).message),
  })
  return (
    <StepFrame
      title="When can you be booked?"
      actions={
        <>
          {!isDone && (
            <Button variant="primary" isBusy={use.isPending} onClick={() => use.mutate()}>
              Use these hours
            </Button>
          )}
          <StepLink to="/calendar/availability">Change them</StepLink>
        </>
      }
    >
      {data && `${weekText(data.rules) || 'No hours'} in ${zoneName(data.timeZone)}. `}
      Others are offered only times within them.
    </StepFrame>
  )
}
