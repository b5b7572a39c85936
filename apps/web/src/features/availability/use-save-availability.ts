import { useMutation } from '@tanstack/react-query'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify } from '../../ui/toast.tsx'
import { refreshFirstSteps } from '../first-steps/use-first-steps.ts'
import type { AvailabilityValues } from './availability-values.ts'

interface SaveAvailability {
  /** Whose; undefined for one's own. */
  userId: string | undefined
  onSaved: (saved: AvailabilityValues) => void
  onError: (error: Error) => void
}

/** Replaces a person's hours; conflicts, warnings and suggestions that were asked before may no longer hold. */
export function useSaveAvailability({ userId, onSaved, onError }: SaveAvailability) {
  return useMutation({
    mutationFn: (values: AvailabilityValues) =>
      trpcClient.availability.set.mutate({
        ...values,
        overrides: values.overrides.map(({ date, ranges }) => ({ date, ranges: [...ranges] })),
        ...(userId && { userId }),
      }),
    onError,
    onSuccess: async (saved) => {
      trpc.availability.get.setData(userId ? { userId } : {}, saved)
      onSaved(saved)
      notify('Availability saved')
      await Promise.all([trpc.scheduling.invalidate(), refreshFirstSteps()])
    },
  })
}
