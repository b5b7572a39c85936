import { useMutation } from '@tanstack/react-query'
import { trpc, trpcClient, type Outputs } from '../../lib/trpc.ts'
import { notify } from '../../ui/toast.tsx'

/** Sets when one is reminded, also of what is booked already. */
export function useSaveReminders(onSaved: (saved: Outputs['reminders']['settings']) => void) {
  return useMutation({
    mutationFn: (offsetsMinutes: number[]) => trpcClient.reminders.setSettings.mutate({ offsetsMinutes }),
    onSuccess: async (saved) => {
      trpc.reminders.settings.setData(undefined, saved)
      onSaved(saved)
      notify('Reminders saved', 'They count for what is booked already, too.')
      await trpc.reminders.list.invalidate()
    },
  })
}
