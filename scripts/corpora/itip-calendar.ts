import ICAL from 'ical.js'

/**
 * A recipient's calendar that follows RFC 5546, written from its text and on ical.js alone. It keeps what it was told of
 * each UID, and of what was called off only that it was, so that a late message about it finds no empty place.
 */
export type RecipientCalendar = ReadonlyMap<string, Told>

export const NO_CALENDAR: RecipientCalendar = new Map()

interface Told {
  /** The single event, or the series; null for somebody who was told of single occurrences alone. */
  whole: Entry | null
  /** By slot. */
  occurrences: ReadonlyMap<string, Entry>
}

/** The last message about something. */
interface Entry {
  sequence: number
  stamp: string
  /** Null where it was called off. */
  event: ICAL.Component | null
}

/** What the recipient sees of one occurrence. Whole days have dates, all else UTC. */
export interface Shown {
  startsAt: string
  endsAt: string
  title: string
}

const NOTHING: Told = { whole: null, occurrences: new Map() }

/**
 * The calendar after a message (RFC 5546, 2.1.5 and 3.2). A REQUEST for a series says all of it, its exceptions too:
 * what was known of single occurrences is forgotten, which is what most programs do. What is older than what is known
 * is ignored, and so is a CANCEL whose sequence is not higher than that of the REQUEST: some programs want that.
 */
export function receive(calendar: RecipientCalendar, text: string): RecipientCalendar {
  const root = new ICAL.Component(ICAL.parse(text))
  const isOff = textOf(root, 'method') === 'CANCEL'
  const events = root.getAllSubcomponents('vevent')
  const next = new Map(calendar)
  for (const [uid, parts] of Map.groupBy(events, (event) => textOf(event, 'uid')))
    next.set(uid, apply(next.get(uid) ?? NOTHING, parts, isOff))
  return next
}

function apply(told: Told, parts: readonly ICAL.Component[], isOff: boolean): Told {
  const whole = parts.find((part) => !part.hasProperty('recurrence-id'))
  const single = parts.filter((part) => part !== whole)
  if (whole) {
    const entry = entryOf(whole, isOff)
    if (isOlder(entry, told.whole)) return told
    return { whole: entry, occurrences: new Map(single.map((part) => [slotOf(part), entryOf(part, isOff)])) }
  }
  const occurrences = new Map(told.occurrences)
  for (const part of single) {
    const entry = entryOf(part, isOff)
    const slot = slotOf(part)
    if (!isOlder(entry, occurrences.get(slot) ?? told.whole)) occurrences.set(slot, entry)
  }
  return { ...told, occurrences }
}

function entryOf(event: ICAL.Component, isOff: boolean): Entry {
  const isCancelled = isOff || textOf(event, 'status') === 'CANCELLED'
  const sequence = Number(textOf(event, 'sequence'))
  return { sequence, stamp: textOf(event, 'dtstamp'), event: isCancelled ? null : event }
}

function isOlder(message: Entry, known: Entry | null): boolean {
  if (known === null) return false
  if (message.event === null && known.event !== null) return message.sequence <= known.sequence
  if (message.sequence !== known.sequence) return message.sequence < known.sequence
  return message.stamp < known.stamp
}

/** What the calendar has from `from` (included) to `to` (not included), in UTC; in order. */
export function shownIn(calendar: RecipientCalendar, { from, to }: { from: string; to: string }): Shown[] {
  const all = [...calendar.values()].flatMap(({ whole, occurrences }) => [
    ...(whole?.event ? expand(whole.event, to).filter(({ slot }) => !occurrences.has(slot)) : []),
    ...[...occurrences.values()].flatMap(({ event }) => (event ? [once(event)] : [])),
  ])
  return inOrder(all.filter(({ startsAt }) => startsAt >= from && startsAt < to))
}

/** Sorted, so that two lists can be compared. */
export function inOrder(shown: readonly Shown[]): Shown[] {
  return shown
    .map(({ startsAt, endsAt, title }) => ({ startsAt, endsAt, title }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function once(event: ICAL.Component): Shown {
  const title = textOf(event, 'summary')
  return { startsAt: tell(timeOf(event, 'dtstart')), endsAt: tell(timeOf(event, 'dtend')), title }
}

function expand(event: ICAL.Component, to: string): (Shown & { slot: string })[] {
  const [start, end] = [timeOf(event, 'dtstart'), timeOf(event, 'dtend')]
  const length = end.subtractDateTz(start)
  return startsOf(event, start, to).map((time) => {
    const last = time.clone()
    last.addDuration(length)
    return { slot: tell(time), startsAt: tell(time), endsAt: tell(last), title: textOf(event, 'summary') }
  })
}

function startsOf(event: ICAL.Component, start: ICAL.Time, to: string): ICAL.Time[] {
  if (!event.hasProperty('rrule') && !event.hasProperty('rdate')) return [start]
  const expansion = new ICAL.RecurExpansion({ component: event, dtstart: start })
  const starts: ICAL.Time[] = []
  for (let time: ICAL.Time | null = expansion.next(); time && tell(time) < to; time = expansion.next())
    starts.push(time)
  return starts
}

function slotOf(event: ICAL.Component): string {
  return tell(timeOf(event, 'recurrence-id'))
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time {
  const value = event.getFirstPropertyValue(name)
  if (value instanceof ICAL.Time) return value
  throw new Error(`The event has no ${name}.`)
}

function tell(time: ICAL.Time): string {
  return time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString()
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '')
}
