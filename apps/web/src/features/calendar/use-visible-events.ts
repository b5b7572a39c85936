import { EVENT_STATUSES } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { queryClient } from '../../lib/query-client.ts'
import { trpc } from '../../lib/trpc.ts'
import type { CalendarView } from './calendar-view.ts'
import { findCovering, type EventsInput } from './covering-list.ts'
import { spanOfDates, stepDate, visibleDates } from './visible-range.ts'

/** Cancelled events leave the calendar. */
const SHOWN_STATUSES = EVENT_STATUSES.filter((status) => status !== 'CANCELLED')

/** So that somebody who turns page after page does not ask for more than they see. */
const PREFETCH_DELAY_MILLISECONDS = 400

interface VisibleEvents {
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  userIds: string[]
}

/** The events of the days that a view shows; while the next days are on their way, those of the last. */
export function useVisibleEvents(shown: VisibleEvents) {
  const input = inputOf(shown)
  const known = findCovering(input)
  const list = useQuery(
    trpc.events.list.queryOptions(input, {
      placeholderData: keepPreviousData,
      enabled: shown.userIds.length > 0,
      ...known,
    }),
  )
  usePrefetch(shown, list.isSuccess && !list.isPlaceholderData)
  return list
}

function inputOf({ view, date, timeZone, userIds }: VisibleEvents): EventsInput {
  const span = spanOfDates(visibleDates(view, date, FIRST_DAY_OF_WEEK), timeZone)
  return { ...span, userIds, statuses: SHOWN_STATUSES }
}

/** Fetches what a key leads to next, once there is nothing else to do: the month around, and the days before and after. */
function usePrefetch({ view, date, timeZone, userIds }: VisibleEvents, isSettled: boolean): void {
  useEffect(() => {
    if (!isSettled) return undefined
    const fetch = () => {
      const around: VisibleEvents[] = [
        { view: 'month', date, timeZone, userIds },
        { view, date: stepDate(view, date, 1), timeZone, userIds },
        { view, date: stepDate(view, date, -1), timeZone, userIds },
      ]
      for (const input of around.map(inputOf))
        if (!findCovering(input)) void queryClient.prefetchQuery(trpc.events.list.queryOptions(input))
    }
    const timer = setTimeout(fetch, PREFETCH_DELAY_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [view, date, timeZone, userIds, isSettled])
}
