import { useEffect, useEffectEvent } from 'react'
import { daysOf } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notifyProblem } from '../../ui/toast.tsx'
import type { CalendarEvent } from '../events/calendar-event.ts'

interface OpenEventProps {
  id: string
  timeZone: string
  /** With the day on which it is, or null where there is nothing to open. */
  onFound: (date: string | null) => void
}

/** Finds the day of an event that the address names, and says where it is not in the calendar any more. */
export default function OpenEvent({ id, timeZone, onFound }: OpenEventProps) {
  const show = useEffectEvent((event: CalendarEvent) => {
    const isCancelled = event.status === 'CANCELLED'
    if (isCancelled) notifyProblem(`“${event.title}” is cancelled`, 'It is not in the calendar any more.')
    onFound(isCancelled ? null : daysOf(event, timeZone).first.toString())
  })
  const fail = useEffectEvent((error: unknown) => {
    notifyProblem('The event could not be opened', describeProblem(error).message)
    onFound(null)
  })
  useEffect(() => {
    let isCurrent = true
    trpcClient.events.get.query({ id }).then(
      ({ event }) => isCurrent && show(event),
      (error: unknown) => isCurrent && fail(error),
    )
    return () => {
      isCurrent = false
    }
  }, [id])
  return null
}
