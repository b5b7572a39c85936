import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Suggestion } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import { useState } from 'react'
import { formatWhenShort } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { newKey } from '../../lib/random.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notifyProblem, notifyWithAction } from '../../ui/toast.tsx'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'
import { refreshEvents } from '../events/event-cache.ts'
import type { Attendee } from './suggest-values.ts'

interface Booking {
  title: string
  startsAt: string
  endsAt: string
  people: readonly Attendee[]
  timeZone: string
  /** The rule of a meeting that repeats. */
  recurrence: string | undefined
  /** What spoke for this time; null for one that nobody suggested. */
  suggestion: Suggestion | null
}

/** Makes an event of a time. If somebody took it in between, nothing is booked and the search is asked again. */
export function useBook(onBooked: (event: CalendarEvent) => void) {
  const { timeZone: ownZone } = useUser()
  const navigate = useNavigate()
  const [key, setKey] = useState(newKey)
  return useMutation({
    mutationFn: ({ people, suggestion, ...event }: Booking) =>
      trpcClient.events.create.mutate({
        ...event,
        participants: people.map(({ email, isOptional }) => ({ email, isOptional })),
        // Of a series it has been said which of its occurrences clash.
        onConflict: event.recurrence === undefined ? 'reject' : 'flag',
        // A repeated attempt after a lost answer makes no second event.
        idempotencyKey: `${key} ${event.startsAt}`,
        suggestion: suggestion ?? undefined,
      }),
    onSuccess: ({ event, occurrences }) => {
      setKey(newKey())
      onBooked(event)
      const date = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(ownZone).toPlainDate().toString()
      const fate = occurrences ? `, ${occurrences.summary}` : ''
      notifyWithAction(`“${event.title}” booked for ${formatWhenShort(event, ownZone)}${fate}`, {
        label: 'Show in the calendar',
        onClick: () => void navigate({ to: '/calendar', search: { view: 'week', date } }),
      })
    },
    onError: (error) => notifyProblem('Not booked', describeProblem(error).message),
    onSettled: refreshEvents,
  })
}
