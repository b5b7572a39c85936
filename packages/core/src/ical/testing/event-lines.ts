import type { ParsedEvent } from '../calendar-event.ts'
import { parseCalendar } from '../parse-calendar.ts'

/** A calendar of these lines. */
export function calendarOf(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
}

/** A VEVENT with a UID and these lines. */
export function eventOf(...lines: string[]): string {
  return ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'].join('\r\n')
}

/** What a calendar with one event of these lines is read as; `zones` are VTIMEZONEs. */
export function readOne(lines: string[], zones: string[] = []): { event: ParsedEvent; problems: string[] } {
  const { events, problems } = parseCalendar(calendarOf(eventOf(...lines), ...zones))
  const [event] = events
  if (!event || events.length > 1) throw new Error(`Expected one event, got ${events.length}.`)
  return { event, problems: problems.map(({ message }) => message) }
}
