import { CALENDAR_VIEWS, type CalendarView } from './calendar-view.ts'

export const EVERYONE = 'everyone'

/** `everyone`, or user ids. */
export type PeopleChoice = typeof EVERYONE | string[]

/** What the address of the calendar page says. */
export interface CalendarSearch {
  view?: CalendarView | undefined
  /** `YYYY-MM-DD` */
  date?: string | undefined
  /** Whose events; absent means one's own. */
  people?: PeopleChoice | undefined
  /** The id of an event to be opened, on whatever day it is. */
  event?: string | undefined
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Reads the address; what it says wrong is ignored. By hand, because a schema library would be a tenth of the first load. */
export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const view = CALENDAR_VIEWS.find((known) => known === search['view'])
  const date = typeof search['date'] === 'string' && DATE.test(search['date']) ? search['date'] : undefined
  const event = isId(search['event']) ? search['event'] : undefined
  return { view, date, people: readPeople(search['people']), event }
}

function readPeople(people: unknown): PeopleChoice | undefined {
  if (people === EVERYONE) return EVERYONE
  if (!Array.isArray(people)) return undefined
  const ids = people.filter(isId)
  return ids.length > 0 ? ids : undefined
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value)
}
