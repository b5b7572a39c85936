import { EVENT_STATUSES } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { trpc } from '../../lib/trpc.ts'
import type { CalendarView } from './calendar-view.ts'
import { spanOfDates, visibleDates } from './visible-range.ts'

/** Cancelled events leave the calendar. */
const SHOWN_STATUSES = EVENT_STATUSES.filter((status) => status !== 'CANCELLED')

interface VisibleEvents {
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  userIds: string[]
}

/** The events of the days that a view shows; while the next days are on their way, those of the last. */
export function useVisibleEvents({ view, date, timeZone, userIds }: VisibleEvents) {
  const span = spanOfDates(visibleDates(view, date, FIRST_DAY_OF_WEEK), timeZone)
  const input = { ...span, userIds, statuses: SHOWN_STATUSES }
  return useQuery(trpc.events.list.queryOptions(input, { placeholderData: keepPreviousData }))
}
