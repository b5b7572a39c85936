import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import { type DateWithTimeZone, sync, type VEvent } from 'node-ical'

/** What a program reads of one VEVENT. Times are in UTC, `2026-03-10T09:00:00`; of whole days dates. */
export interface ReadEvent {
  method: string
  uid: string
  sequence: number
  /** DTSTAMP */
  stamp: string
  start: string
  end: string
  /** RECURRENCE-ID; null for a single event and for a series. */
  original: string | null
  status: string | null
  /** Addresses, in order. */
  attendees: string[]
  organizer: string
}

/** What is read of some calendars: for each its events, the series first. */
type Reader = (calendars: readonly string[]) => ReadEvent[][]

export const readWithIcalJs: Reader = (calendars) =>
  calendars.map((text) => {
    const root = new ICAL.Component(ICAL.parse(text))
    return root.getAllSubcomponents('vevent').map((event) => {
      const text = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null
      return {
        method: root.getFirstPropertyValue('method')?.toString() ?? '',
        uid: text('uid') ?? '',
        sequence: Number(text('sequence')),
        stamp: timeOf(event, 'dtstamp') ?? '',
        start: timeOf(event, 'dtstart') ?? '',
        end: timeOf(event, 'dtend') ?? '',
        original: timeOf(event, 'recurrence-id'),
        status: text('status'),
        attendees: event.getAllProperties('attendee').map((person) => addressOf(person.getFirstValue()?.toString())),
        organizer: addressOf(text('organizer')),
      }
    })
  })

function timeOf(event: ICAL.Component, name: string): string | null {
  const time = event.getFirstPropertyValue(name)
  if (!(time instanceof ICAL.Time)) return null
  return time.isDate ? time.toString() : time.convertToZone(ICAL.Timezone.utcTimezone).toString().slice(0, 19)
}

const readWithNodeIcal: Reader = (calendars) =>
  calendars.map((text) =>
    Object.values(sync.parseICS(text)).flatMap((part) =>
      part?.type === 'VEVENT' ? withExceptions(part).map((event) => readNodeIcal(event, part.method)) : [],
    ),
  )

/** It keeps exceptions below their series, each by its day and by its time; without the series, the first stands for it. */
function withExceptions(event: VEvent): VEvent[] {
  const exceptions = [...new Set<unknown>(Object.values(event.recurrences ?? {}))].filter(isEvent)
  const isRead = exceptions.some(({ recurrenceid }) => tellDate(recurrenceid) === tellDate(event.recurrenceid))
  return event.recurrenceid && isRead ? exceptions : [event, ...exceptions]
}

/** Its types do not say what an exception has. */
function isEvent(part: unknown): part is VEvent {
  return typeof part === 'object' && part !== null && 'type' in part && part.type === 'VEVENT'
}

/** Exceptions have no method there. */
function readNodeIcal(event: VEvent, method = ''): ReadEvent {
  const { uid, sequence, dtstamp, start, end, recurrenceid, status, attendee, organizer } = event
  return {
    method,
    uid,
    sequence: Number(sequence),
    stamp: tellDate(dtstamp) ?? '',
    start: tellDate(start) ?? '',
    end: tellDate(end) ?? '',
    original: tellDate(recurrenceid),
    status: status ?? null,
    attendees: [attendee ?? []].flat().map((person) => addressOf(typeof person === 'string' ? person : person.val)),
    organizer: addressOf(typeof organizer === 'string' ? organizer : organizer?.val),
  }
}

/** Whole days are midnights of the machine's own zone. */
function tellDate(date: DateWithTimeZone | undefined): string | null {
  if (!date) return null
  if (!date.dateOnly) return date.toISOString().slice(0, 19)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function addressOf(uri: string | null | undefined): string {
  return (uri ?? '').replace(/^mailto:/i, '')
}

const PYTHON_READER = `
import json, sys
from datetime import datetime, timezone
from icalendar import Calendar

def time(event, name):
    if name not in event: return None
    value = event[name].dt
    return value.astimezone(timezone.utc).isoformat()[:19] if isinstance(value, datetime) else value.isoformat()

def address(value):
    return str(value)[len('mailto:'):]

def read(method, event):
    people = event.get('ATTENDEE', [])
    return {
        'method': method,
        'uid': str(event['UID']),
        'sequence': int(event['SEQUENCE']),
        'stamp': time(event, 'DTSTAMP'),
        'start': time(event, 'DTSTART'),
        'end': time(event, 'DTEND'),
        'original': time(event, 'RECURRENCE-ID'),
        'status': str(event['STATUS']) if 'STATUS' in event else None,
        'attendees': [address(person) for person in (people if isinstance(people, list) else [people])],
        'organizer': address(event['ORGANIZER']),
    }

calendars = [Calendar.from_ical(text) for text in json.load(sys.stdin)]
json.dump([[read(str(calendar['METHOD']), event) for event in calendar.walk('VEVENT')] for calendar in calendars], sys.stdout)
`

const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import icalendar']).status === 0,
)

function readWithPython(calendars: readonly string[]): ReadEvent[][] {
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', PYTHON_READER], {
    input: JSON.stringify(calendars),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Programs to compare with ical.js; null for one that is not installed. */
export const OTHER_READERS: Record<string, Reader | null> = {
  'node-ical': readWithNodeIcal,
  'Python’s icalendar': python === undefined ? null : readWithPython,
}
