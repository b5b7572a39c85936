import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Temporal } from '../../packages/core/src/temporal.ts'
import { DAYS_OF_WEEK, openHours } from '../../packages/core/src/time/working-hours.ts'
import { describe, expect, it } from 'vitest'

const CORPUS = fileURLToPath(
  new URL('../../../shared/corpora/timezone-transitions/transitions.json.gz', import.meta.url),
)
const MINUTE = 60_000
const DAY = 1440 * MINUTE
const FROM = Temporal.Instant.from('2024-01-01T00:00Z').epochMilliseconds
const TO = Temporal.Instant.from('2031-01-01T00:00Z').epochMilliseconds

/** For each zone, the last second before each transition and the first after it: instant, …, minutes west of UTC. */
type Corpus = Record<string, [string, string, string, number][]>

/** The offset, in minutes east, that holds from `since`. */
interface Stretch {
  since: number
  east: number
}

/** What the corpus says of a zone from 2024 to 2030. */
function stretchesOf(transitions: Corpus[string]): Stretch[] {
  const stretches: Stretch[] = [{ since: -Infinity, east: -(transitions[0]?.[3] ?? 0) }]
  for (const [at, , , west] of transitions) {
    const since = Temporal.Instant.from(at).epochMilliseconds
    if (since > TO + 3 * DAY) break
    if (stretches.at(-1)?.east !== -west) stretches.push({ since, east: -west })
  }
  return stretches.filter((_, i) => (stretches[i + 1]?.since ?? Infinity) > FROM - 5 * DAY)
}

/** True when the zone data of this Node tell of the same changes; laws change, and the corpus is of one day. */
function isSameLaw(timeZone: string, stretches: Stretch[]): boolean {
  return stretches.every(({ east }, i) => {
    const until = Math.min(stretches[i + 1]?.since ?? TO, TO)
    const moments = [until - 1, (Math.max(stretches[i]?.since ?? FROM, FROM) + until) / 2]
    return moments.every((moment) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(Math.floor(moment))
      return moment < FROM || instant.toZonedDateTimeISO(timeZone).offsetNanoseconds === east * MINUTE * 1e6
    })
  })
}

/** The first instant at which the zone's clocks show a local time; a skipped one is read with the offset before it. */
function firstShown(stretches: Stretch[], local: number): number {
  let before = 0
  for (let i = 0; i < stretches.length; i++) {
    const { since = 0, east = 0 } = stretches[i] ?? {}
    const moment = local - east * MINUTE
    if (moment < since) return local - before * MINUTE
    if (moment < (stretches[i + 1]?.since ?? Infinity)) return moment
    before = east
  }
  throw new Error('The last stretch has no end.')
}

const RULES = [
  ['09:00', '17:00'],
  ['00:00', '24:00'],
  ['01:30', '02:30'],
  ['22:00', '06:00'],
  ['23:30', '00:30'],
] as const

const hasCorpus = existsSync(CORPUS)
if (!hasCorpus) console.log('The zone-transition corpus is not beside the project; its tests are skipped.')

describe.runIf(hasCorpus)('D3: every zone, every day from 2024 to 2030, by a corpus that is not ours', () => {
  const corpus: Corpus = hasCorpus ? JSON.parse(gunzipSync(readFileSync(CORPUS)).toString()) : {}
  const zones = Object.entries(corpus).map(([timeZone, transitions]) => ({ timeZone, law: stretchesOf(transitions) }))
  const comparable = zones.filter(({ timeZone, law }) => isSameLaw(timeZone, law))

  it('nearly all zones have the law of the corpus', () => {
    const changed = zones.filter((zone) => !comparable.includes(zone)).map(({ timeZone }) => timeZone)
    console.log(`Other laws than in the corpus: ${changed.join(', ') || 'none'}.`)
    expect(comparable.length).toBeGreaterThan(560)
  })

  it.each(RULES)('%s to %s', (startTime, endTime) => {
    const rules = DAYS_OF_WEEK.map((dayOfWeek) => ({ dayOfWeek, startTime, endTime }))
    const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const [start, end] = [minuteOf(startTime), minuteOf(endTime) + (endTime < startTime ? 1440 : 0)]
    const wrong = comparable.filter(({ timeZone, law }) => {
      const pairs: number[] = []
      for (let midnight = FROM - 2 * DAY; midnight <= TO + DAY; midnight += DAY) {
        const opens = Math.max(FROM, firstShown(law, midnight + start * MINUTE))
        const closes = Math.min(TO, firstShown(law, midnight + end * MINUTE))
        if (opens >= closes) continue
        if (pairs.at(-1) === opens) pairs[pairs.length - 1] = closes
        else pairs.push(opens, closes)
      }
      const hours = openHours(rules, [], timeZone, FROM, TO)
      return hours.length !== pairs.length || hours.some((moment, i) => moment !== pairs[i])
    })
    expect(wrong.map(({ timeZone }) => timeZone)).toEqual([])
  })
})
