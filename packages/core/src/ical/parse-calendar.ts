import type { ParsedEvent } from './calendar-event.ts'
import { type Component, readComponents } from './component.ts'
import { readLines } from './content-line.ts'
import { findProperty, readProperties } from './event-properties.ts'
import { beginReading } from './event-reading.ts'
import type { Problem, Report } from './problem.ts'
import { readEvent } from './read-event.ts'
import { createZoneReader } from './zone-reader.ts'

/**
 * The events of an iCalendar file (RFC 5545), in its order. Never throws: what can not be read is a problem, which says
 * what became of it, and each VEVENT is an event or a problem. Tasks, journals, alarms and the like are no events.
 */
export function parseCalendar(text: string): { events: ParsedEvent[]; problems: Problem[] } {
  const problems: Problem[] = []
  const report: Report = (message, line) => problems.push(line === undefined ? { message } : { line, message })
  const components = readComponents(readLines(readFile(text, report)), report)
  const named = (name: string) => components.filter((component) => component.name === name)
  const calendars = named('VCALENDAR')
  if (calendars.length === 0) report('Expected BEGIN:VCALENDAR; events outside of a calendar are read all the same.')
  const cancelled = new Set<Component | null>(calendars.filter((calendar) => isCancellation(calendar, report)))
  const readZoned = createZoneReader(named('VTIMEZONE'), report)
  const events = named('VEVENT').map((component) =>
    readEvent(beginReading(component, readZoned, report), cancelled.has(component.parent)),
  )
  return { events: events.filter((event) => event !== null), problems: problems.toSorted(byLine) }
}

function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0)
}

/** Control characters, except tabs and the ends of lines. */
const CONTROL = /[^\P{Cc}\t\r\n]/gu
const BYTE_ORDER_MARK = '\u{feff}'

function readFile(text: string, report: Report): string {
  const file = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  const clean = file.replaceAll(CONTROL, '')
  if (clean.length < file.length) report('Control characters are left out.')
  return clean.toWellFormed()
}

/** METHOD (RFC 5546, 3.2.5): a cancellation may leave it to this to say that its events are cancelled. */
function isCancellation(calendar: Component, report: Report): boolean {
  return findProperty(readProperties(calendar, report), 'METHOD', report)?.value.trim().toUpperCase() === 'CANCEL'
}
