import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { notifyProblem } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'

interface VersionMismatchProps {
  eventId: string
  onKeepMine: (latest: CalendarEvent) => void
  onTakeTheirs: (latest: CalendarEvent) => void
}

/** Somebody else was quicker: the person decides which of the two stays. */
export function VersionMismatch({ eventId, onKeepMine, onTakeTheirs }: VersionMismatchProps) {
  const load = useMutation({
    mutationFn: () => trpcClient.events.get.query({ id: eventId }),
    onError: (error) => notifyProblem('The latest version could not be loaded', describeProblem(error).message),
  })
  const decide = (choose: (latest: CalendarEvent) => void) =>
    load.mutate(undefined, { onSuccess: ({ event }) => choose(event) })
  return (
    <Banner
      tone="warning"
      title="Somebody else changed this event while you were editing"
      actions={
        <>
          <Button size="small" isBusy={load.isPending} onClick={() => decide(onKeepMine)}>
            Save mine anyway
          </Button>
          <Button size="small" isBusy={load.isPending} onClick={() => decide(onTakeTheirs)}>
            Show the latest
          </Button>
        </>
      }
    >
      <p>Nothing is saved yet, and what you typed is still here.</p>
    </Banner>
  )
}
