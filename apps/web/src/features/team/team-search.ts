import { EVERYONE, readCalendarSearch, type CalendarSearch } from '../calendar/calendar-search.ts'

/** What the address of the team page says. */
export interface TeamSearch extends Pick<CalendarSearch, 'date'> {
  view?: 'day' | 'week' | undefined
  /** User ids; absent means everybody. */
  people?: string[] | undefined
}

/** Reads the address, which is that of the calendar as far as it goes; what it says wrong is ignored. */
export function readTeamSearch(search: Record<string, unknown>): TeamSearch {
  const { view, date, people } = readCalendarSearch(search)
  return { view: view === 'month' ? undefined : view, date, people: people === EVERYONE ? undefined : people }
}
