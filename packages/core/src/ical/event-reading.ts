import type { Component } from './component.ts'
import { findProperty, type Properties, readProperties } from './event-properties.ts'
import type { Moment } from './moment.ts'
import { quote, type Report } from './problem.ts'
import type { Property } from './property.ts'
import { parseTimeValue } from './time-value.ts'
import type { ReadZoned } from './zone-reader.ts'

/** A VEVENT that is being read; `line` is that of its BEGIN. */
export interface EventReading {
  line: number
  properties: Properties
  /** One of a property's times, in its zone; null for what is no time. */
  readTime: (property: Property, text: string) => ReadTime | null
  report: Report
}

/** A date is at midnight and has no zone. */
export interface ReadTime extends Moment {
  isDate: boolean
}

export function beginReading(component: Component, readZoned: ReadZoned, report: Report): EventReading {
  const readTime = ({ line, parameters }: Property, text: string): ReadTime | null => {
    const time = parseTimeValue(text)
    if (!time) return null
    const { local, isDate, isUtc } = time
    const tzid = parameters.get('TZID')?.trim() ?? ''
    if (isUtc) return { local, isDate, timeZone: 'UTC' }
    if (isDate || tzid === '') return { local, isDate, timeZone: null }
    return { ...readZoned({ tzid, line, calendar: component.parent }, local), isDate }
  }
  return { line: component.line, properties: readProperties(component, report), readTime, report }
}

/** The time of a property that an event has at most once; null where it has none that can be read. */
export function readTimeOf({ properties, readTime, report }: EventReading, name: string): ReadTime | null {
  const property = findProperty(properties, name, report)
  if (!property) return null
  const time = readTime(property, property.value)
  if (!time)
    report(`Expected a date or a time in ${name}, found ${quote(property.value)}; it is left out.`, property.line)
  return time
}
