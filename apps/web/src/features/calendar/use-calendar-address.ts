import { Temporal } from '@astralis/core/temporal'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { today } from '../../lib/clock.ts'
import type { CalendarSearch, PeopleChoice } from './calendar-search.ts'
import type { CalendarView } from './calendar-view.ts'
import { stepDate } from './visible-range.ts'

/** What the calendar shows, kept in the address: it survives a reload, the sign-in, and the browser's back button. */
export function useCalendarAddress(timeZone: string, isNarrow: boolean) {
  const { view: chosenView, date: chosenDate, people, event } = useSearch({ from: '/signed-in/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  const currentDate = today(timeZone).toString()
  const date = useMemo(() => Temporal.PlainDate.from(chosenDate ?? currentDate), [chosenDate, currentDate])
  const view = chosenView ?? (isNarrow ? 'day' : 'week')
  const go = (change: CalendarSearch) => void navigate({ search: (search) => ({ ...search, ...change }) })
  return {
    view,
    date,
    people,
    /** The id of an event to be opened. */
    event,
    setView: (next: CalendarView) => go({ view: next }),
    setDate: (next: Temporal.PlainDate) => {
      if (!next.equals(date)) go({ date: next.toString() })
    },
    /** Instead of the event, the address names its day. */
    leaveEvent: (day: string | null) =>
      void navigate({
        search: (search) => ({ ...search, event: undefined, ...(day && { date: day }) }),
        replace: true,
      }),
    openDay: (day: Temporal.PlainDate) => go({ view: 'day', date: day.toString() }),
    goToday: () => go({ date: undefined }),
    step: (direction: 1 | -1) => go({ date: stepDate(view, date, direction).toString() }),
    setPeople: (choice: PeopleChoice | undefined) => go({ people: choice }),
  }
}
