import { spawnSync } from 'node:child_process'
import type { CalendarEvent, ParsedEvent } from '../../packages/core/src/ical/calendar-event.ts'
import { parseCalendar } from '../../packages/core/src/ical/parse-calendar.ts'
import { sampleCalendars } from '../../packages/core/src/ical/testing/calendar-arbitrary.ts'
import { writeCalendar } from '../../packages/core/src/ical/write-calendar.ts'
import { describe, expect, it } from 'vitest'

/** Reads a JSON list of calendars and writes what each event of theirs says, as JSON. */
const READER = `
import json, sys
from icalendar import Calendar

def time(prop):
    if prop is None: return None
    # Dates and times as ISO 8601, with the TZID.
    return [prop.dt.isoformat()[:19], prop.params.get('TZID') or ('UTC' if getattr(prop.dt, 'tzinfo', None) else None)]

def times(event, name):
    props = event.get(name, [])
    props = props if isinstance(props, list) else [props]
    return [value.dt.isoformat()[:19] for prop in props for value in prop.dts]

def read(event):
    rule = event.get('RRULE')
    return {
        'uid': str(event['UID']),
        'title': str(event.get('SUMMARY', '')),
        'description': str(event.get('DESCRIPTION', '')),
        'start': time(event['DTSTART']),
        'end': time(event['DTEND']),
        'original': time(event.get('RECURRENCE-ID')),
        'rule': sorted(rule.to_ical().decode().split(';')) if rule else [],
        'left_out': times(event, 'EXDATE'),
    }

calendars = [Calendar.from_ical(text) for text in json.load(sys.stdin)]
json.dump([[read(event) for event in calendar.walk('VEVENT')] for calendar in calendars], sys.stdout)
`

const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import icalendar']).status === 0,
)

describe.skipIf(python === undefined)('what Python’s icalendar reads (skipped where it is not installed)', () => {
  it('is what was written', () => {
    const texts = sampleCalendars(80)
      .map((calendar) => ({ ...calendar, events: calendar.events.map(withoutTraps) }))
      .map(writeCalendar)
    const { stdout, stderr } = spawnSync(python ?? '', ['-c', READER], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    // What our own reader says has been compared with what was written elsewhere.
    expect(JSON.parse(stdout)).toEqual(texts.map((text) => parseCalendar(text).events.map(asPythonReads)))
  })
})

/** It takes an escaped backslash before n for the end of a line, and can not write a rule that it does not know. */
function withoutTraps(event: CalendarEvent): CalendarEvent {
  const clean = (text: string) => text.replaceAll('\\', '/').replaceAll(';X-OURS=1', '')
  return {
    ...event,
    uid: clean(event.uid),
    title: clean(event.title),
    description: event.description && clean(event.description),
    recurrence: event.recurrence && clean(event.recurrence),
  }
}

function asPythonReads(event: ParsedEvent) {
  const { allDay, timeZone, originalStartsAt, originalTimeZone } = event
  const lines = (event.recurrence ?? '').split('\n')
  const [rule] = lines.filter((line) => line.startsWith('RRULE:'))
  const time = (local: string, zone: string | null, isDate: boolean) => [isDate ? local.slice(0, 10) : local, zone]
  return {
    uid: event.uid,
    title: event.title,
    description: event.description ?? '',
    start: time(event.startsAt, timeZone, allDay),
    end: time(event.endsAt, timeZone, allDay),
    original:
      originalStartsAt &&
      time(originalStartsAt, originalTimeZone, originalTimeZone === null && (allDay || timeZone !== null)),
    rule: rule?.slice('RRULE:'.length).split(';').toSorted() ?? [],
    left_out: lines.filter((line) => line.startsWith('EXDATE')).flatMap(datesOf),
  }
}

/** `2026-03-17T10:00:00` or `2026-03-17`, of `EXDATE:20260317T100000,…` */
function datesOf(line: string): string[] {
  const texts = line.slice(line.indexOf(':') + 1).split(',')
  return texts.map((text) => text.replace(/^(....)(..)(..)/, '$1-$2-$3').replace(/T(..)(..)(..)$/, 'T$1:$2:$3'))
}
