import { Temporal } from '../temporal.ts'
import { zoneOffsets } from '../time/zone-offsets.ts'
import type { JcalComponent, JcalProperty } from './content-writer.ts'
import { formatOffset } from './utc-offset.ts'
import { findRule, splitRuns, type YearlyRun } from './yearly-run.ts'

/** From one offset to another, milliseconds both. */
interface Shift {
  offsetFrom: number
  offsetTo: number
}

/** A shift at an instant, epoch milliseconds. */
interface Change extends Shift {
  at: number
}

/**
 * The VTIMEZONE (RFC 5545, 3.6.5) of an IANA zone, right from the beginning of `firstYear` to the end of `lastYear`, and
 * for good where the zone follows one rule in the last 28 of these years. Throws RangeError for an unknown zone and for
 * more than 400 years.
 */
export function timeZoneComponent(timeZone: string, firstYear: number, lastYear: number): JcalComponent {
  // A year more, for the last change before the first year.
  const { since, offsets } = zoneOffsets(timeZone, startOf(firstYear - 1), startOf(lastYear + 1))
  const changes = since.slice(1).map((at, i): Change => {
    const [offsetFrom = 0, offsetTo = 0] = offsets.slice(i, i + 2)
    return { at, offsetFrom, offsetTo }
  })
  const isCovered = (changes[0]?.at ?? Infinity) <= startOf(firstYear)
  const groups = Map.groupBy(changes, ({ offsetFrom, offsetTo }) => `${offsetFrom} ${offsetTo}`)
  return [
    'vtimezone',
    [['tzid', {}, 'text', timeZone]],
    [
      ...(isCovered ? [] : [initialObservance(offsets[0] ?? 0, firstYear)]),
      ...[...groups.values()].flatMap((group) => writeGroup(group, lastYear)),
    ],
  ]
}

function startOf(year: number): number {
  return new Temporal.PlainDate(year, 1, 1).toZonedDateTime('UTC').epochMilliseconds
}

/** What holds before the first change, since 1970 as is the custom. */
function initialObservance(offset: number, firstYear: number): JcalComponent {
  const start = new Temporal.PlainDateTime(Math.min(firstYear - 1, 1970), 1, 1)
  return writeObservance({ offsetFrom: offset, offsetTo: offset }, [start], [])
}

/** Two years are no rule yet. */
const MIN_RUN = 3

/** All changes from one offset to another: what follows a rule by the rule, the others by their dates. */
function writeGroup(changes: readonly Change[], lastYear: number): JcalComponent[] {
  const [shift] = changes
  if (!shift) return []
  const singles: Temporal.PlainDateTime[] = []
  const observances: JcalComponent[] = []
  for (const run of splitRuns(changes.map(localTime))) {
    const rule = run.length < MIN_RUN ? null : findRule(run)
    if (rule === null) singles.push(...run)
    else observances.push(writeObservance(shift, run, [['rrule', {}, 'recur', rule + endOf(run, shift, lastYear)]]))
  }
  if (singles.length === 0) return observances
  // DTSTART is one of the dates, but ical.js looks at RDATE only, and there at one date each.
  const dates = singles.map((time): JcalProperty => ['rdate', {}, 'date-time', format(time)])
  return [...observances, writeObservance(shift, singles, dates)]
}

/** In so many years a rule falls on each day that it can fall on, so that it is known. */
const FULL_CYCLE_YEARS = 28

/** In UTC, as RFC 5545, 3.6.5 has it; nothing for a rule that is still in force. */
function endOf(run: YearlyRun, { offsetFrom }: Shift, lastYear: number): string {
  const last = run.at(-1)
  if (!last || (last.year === lastYear && run.length >= FULL_CYCLE_YEARS)) return ''
  return `;UNTIL=${format(last.subtract({ milliseconds: offsetFrom })).replaceAll(/[-:]/g, '')}Z`
}

function writeObservance(shift: Shift, [start]: YearlyRun, recurrence: JcalProperty[]): JcalComponent {
  return [
    shift.offsetTo > shift.offsetFrom ? 'daylight' : 'standard',
    [
      ['dtstart', {}, 'date-time', start ? format(start) : ''],
      ['tzoffsetfrom', {}, 'utc-offset', formatOffset(shift.offsetFrom)],
      ['tzoffsetto', {}, 'utc-offset', formatOffset(shift.offsetTo)],
      ...recurrence,
    ],
    [],
  ]
}

/** What the clocks show that are about to change. */
function localTime({ at, offsetFrom }: Change): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at + offsetFrom)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
}

function format(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' })
}
