import type { EventReading, ReadTime } from './event-reading.ts'
import { toTimeZone } from './moment.ts'
import { quote } from './problem.ts'
import type { Property } from './property.ts'
import { compactTime } from './time-value.ts'

/** An event's RRULE, RDATE and EXDATE (RFC 5545, 3.8.5) as `CalendarEvent` has them. Rules are not judged here. */
export function readRecurrence(reading: EventReading, start: ReadTime): string | null {
  const { properties, report } = reading
  const [exrule] = properties.get('EXRULE') ?? []
  if (exrule) report('EXRULE was removed from iCalendar; it is left out.', exrule.line)
  const rules = (properties.get('RRULE') ?? []).flatMap(({ line, value }) => {
    const rule = value.replaceAll(/\s/g, '').toUpperCase()
    if (rule === '') report('Expected a rule in RRULE; it is left out.', line)
    return rule === '' ? [] : [`RRULE:${rule}`]
  })
  const dates = ['RDATE', 'EXDATE'].flatMap((name) => properties.get(name) ?? [])
  const lines = [...rules, ...dates.flatMap((property) => readDates(reading, property, start))]
  return lines.length === 0 ? null : lines.join('\n')
}

/** One line for the property's times and one for its dates, which leave out whole days. */
function readDates({ readTime, report }: EventReading, property: Property, start: ReadTime): string[] {
  const { name, line, value } = property
  const texts = value.split(',').map((text) => text.split('/', 1).join(''))
  if (value.includes('/')) report(`Of the periods in ${name} only the starts are taken.`, line)
  const read = texts.map((text) => {
    const time = readTime(property, text)
    return time && placeDate(time, start)
  })
  const [firstUnread] = texts.filter((_, i) => !read[i])
  if (firstUnread !== undefined)
    report(`Expected dates or times in ${name}, found ${quote(firstUnread)}; what is none is left out.`, line)
  const known = [...new Set(read.filter((date) => date !== null))]
  const times = known.filter((date) => date.includes('T'))
  const days = known.filter((date) => !date.includes('T'))
  return [
    ...(times.length > 0 ? [`${name}:${times.join(',')}`] : []),
    ...(days.length > 0 ? [`${name};VALUE=DATE:${days.join(',')}`] : []),
  ]
}

/** `20260317T100000` on the clocks of the event's zone; `20260317` for a date, and in an event of whole days. */
function placeDate(time: ReadTime, start: ReadTime): string | null {
  const local = toTimeZone(time, start.timeZone)
  if (local === null) return null
  return time.isDate || start.isDate ? compactTime(local.slice(0, 'YYYY-MM-DD'.length)) : compactTime(local)
}
