import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sync } from 'node-ical'

/** Gives for each calendar the method, and UID, sequence, start and end of its event, in UTC as `YYYY-MM-DDTHH:mm:ss`. */
type Reader = (calendars: string[]) => unknown

/** Programs that are not ours; null for one that is not installed. */
export const CALENDAR_READERS: Record<string, Reader | null> = {
  'node-ical': (calendars) => calendars.map(readWithNodeIcal),
  'ical.js': readWithIcalJs,
  'Python’s icalendar': pythonReader(),
}

function readWithNodeIcal(calendar: string): unknown {
  for (const part of Object.values(sync.parseICS(calendar))) {
    if (part?.type !== 'VEVENT') continue
    const { method = '', uid, sequence, start, end } = part
    return { method, uid, sequence: Number(sequence), start: toUtc(start), end: toUtc(end ?? start) }
  }
  throw new Error('There is no event.')
}

function toUtc(date: Date): string {
  return date.toISOString().slice(0, 19)
}

/** Where ical.js is a dependency. */
const CORE = fileURLToPath(new URL('../../../../packages/core', import.meta.url))

const ICAL_JS = `
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
const facts = JSON.parse(readFileSync(0, 'utf8')).map((text) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const event = calendar.getFirstSubcomponent('vevent')
  const utc = (name) => event.getFirstPropertyValue(name).toJSDate().toISOString().slice(0, 19)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    start: utc('dtstart'),
    end: utc('dtend'),
  }
})
process.stdout.write(JSON.stringify(facts))
`

function readWithIcalJs(calendars: string[]): unknown {
  return run(process.execPath, ['--input-type=module', '--eval', ICAL_JS], calendars)
}

const PYTHON_ICALENDAR = `
import json, sys
from datetime import timezone
from icalendar import Calendar

def utc(prop):
    return prop.dt.astimezone(timezone.utc).isoformat()[:19]

def read(text):
    calendar = Calendar.from_ical(text)
    event = calendar.walk('VEVENT')[0]
    return {
        'method': str(calendar['METHOD']),
        'uid': str(event['UID']),
        'sequence': int(event['SEQUENCE']),
        'start': utc(event['DTSTART']),
        'end': utc(event['DTEND']),
    }

json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`

function pythonReader(): Reader | null {
  const python = findPython('icalendar')
  return python === null ? null : (calendars) => run(python, ['-c', PYTHON_ICALENDAR], calendars)
}

/** The command of a Python that has this module, or null. */
export function findPython(module: string): string | null {
  const commands = ['python3', '/usr/bin/python3']
  return commands.find((command) => spawnSync(command, ['-c', `import ${module}`]).status === 0) ?? null
}

/** Gives a program JSON and takes its JSON. */
export function run(command: string, args: string[], input: unknown): unknown {
  const { stdout, stderr } = spawnSync(command, args, { cwd: CORE, input: JSON.stringify(input), encoding: 'utf8' })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout)
}
