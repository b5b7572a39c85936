import type { CalendarEvent, CalendarTimes } from './calendar-event.ts'
import type { JcalProperty } from './content-writer.ts'

type Place = Pick<CalendarTimes, 'timeZone'> & { isDate: boolean }

/** A local time `YYYY-MM-DDTHH:mm:ss`: as a date, in UTC, with a TZID, or without a zone. */
export function writeTime(name: string, local: string, place: Place): JcalProperty {
  return writeTimes(name, [place.isDate ? local.slice(0, 'YYYY-MM-DD'.length) : local], place)
}

function writeTimes(name: string, texts: readonly string[], { timeZone, isDate }: Place): JcalProperty {
  if (isDate) return [name, {}, 'date', ...texts]
  if (timeZone === 'UTC') return [name, {}, 'date-time', ...texts.map((text) => `${text}Z`)]
  return [name, timeZone === null ? {} : { tzid: timeZone }, 'date-time', ...texts]
}

/** RECURRENCE-ID (RFC 5545, 3.8.4.4); a date where its series, which has no zone then, is of whole days. */
export function writeOriginal(event: CalendarEvent): JcalProperty[] {
  const { originalStartsAt, originalTimeZone, allDay, timeZone } = event
  if (originalStartsAt === null) return []
  const isDate = originalTimeZone === null && (allDay || timeZone !== null)
  return [writeTime('recurrence-id', originalStartsAt, { timeZone: originalTimeZone, isDate })]
}

/** RRULE, RDATE and EXDATE (RFC 5545, 3.8.5). Throws RangeError for a line that is none of them. */
export function writeRecurrence({ recurrence, timeZone }: CalendarEvent): JcalProperty[] {
  if (recurrence === null) return []
  return recurrence.split('\n').map((line): JcalProperty => {
    const [, name, dateMark, value = ''] = /^(RRULE|RDATE|EXDATE)(;VALUE=DATE)?:([\w;=,+-]+)$/.exec(line) ?? []
    if (name === undefined) throw new RangeError(`Expected RRULE, RDATE or EXDATE, got ${JSON.stringify(line)}.`)
    if (name === 'RRULE') return ['rrule', {}, 'recur', value]
    return writeTimes(name.toLowerCase(), value.split(','), { timeZone, isDate: dateMark !== undefined })
  })
}
