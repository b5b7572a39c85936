import assert from 'node:assert/strict'
import { slowSlots } from '@astralis/core/slots/testing/slow-slots'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import type { Benchmark, Result } from './benchmark.ts'
import { type HardSearch, hardSearches } from './hard-searches.ts'
import { median, percentile, round, sample } from './measure.ts'
import { densePeople, headlinePeople, monday } from './slot-people.ts'
import { expand, type SearchTimes, type SweepTerms, timeSearch } from './time-search.ts'

const PEOPLE = [1, 10, 100, 1000, 10_000]
const WEEKS = [1, 4, 12]
const DENSITIES = [0.2, 0.6, 0.95]
const HALF_HOURS = { durationMinutes: 30, stepMinutes: 15 }
const HEADLINE = { people: 100, weeks: 8 }
/** What a search's runs may read together. */
const INTERVALS = 2_000_000
const MOST_RUNS = 100
const FEWEST_RUNS = 5
/** The minute-by-minute oracle takes a second for these already. */
const SLOW_INTERVALS = 1000

/**
 * The slot engine by itself, from rules to slots: hours expanded, busy time searched. Beside it the sweep that anybody
 * would write first, and the floor: each bound of each interval read once. The first line times the sweep from rules to
 * slots, as the engine; in all others its hours are expanded for nothing. Each answer is compared with the sweep's, those
 * to small searches also with the minute-by-minute oracle's.
 */
export const slots: Benchmark = async (_, report) => {
  const random = seededRandom(5)
  report({ search: 'headline', ...headline(100, { expandsHours: true }), aim: '<= 0.2' })
  report({ search: 'headline, sweep gets its hours expanded', ...headline(400, {}) })
  const arrange: SweepTerms['arrange'] = (busy) => sample(busy, busy.length, random)
  report({ search: 'headline, sweep gets its hours and has to sort', ...headline(400, { arrange }) })
  for (const [name, search] of Object.entries(hardSearches(seededRandom(3))))
    report({ search: name, ...measure(search) })
  for (const people of PEOPLE)
    for (const weeks of WEEKS)
      for (const density of DENSITIES) {
        const range = { from: monday(0), to: monday(weeks) }
        const dense = densePeople(people, density, range, seededRandom(people + weeks))
        report({
          search: `${weeks} weeks, ${density * 100} % busy`,
          ...measure({ ...range, ...HALF_HOURS, people: dense }),
        })
      }
}

/**
 * A hundred people, eight weeks, two hundred intervals each. Each run is about other weeks, so that nothing that was
 * worked out for one is of use in the next; the data are moved along.
 */
function headline(runs: number, terms: SweepTerms): Result {
  const range = { from: monday(0), to: monday(HEADLINE.weeks) }
  const people = headlinePeople(HEADLINE.people, range, seededRandom(2))
  assert.ok(people.every(({ busy }) => busy.length === 2 * 200))
  const inOtherWeeks = (run: number): HardSearch => {
    const by = monday(run + 1) - monday(0)
    // `map` would make arrays that V8 takes to have holes, which no list that was read or merged has.
    const moved = people.map((person) => ({ ...person, busy: Array.from(person.busy, (time) => time + by) }))
    return { from: range.from + by, to: range.to + by, ...HALF_HOURS, people: moved }
  }
  return repeat(runs, inOtherWeeks, terms)
}

/** The same search again and again: the offsets of its zones are known after the first one, as in a running server. */
function measure(search: HardSearch): Result {
  const intervals = search.people.reduce((sum, { busy }) => sum + busy.length / 2, 0)
  if (intervals <= SLOW_INTERVALS) checkSlowly(search)
  return repeat(Math.min(MOST_RUNS, Math.max(FEWEST_RUNS, Math.round(INTERVALS / intervals))), () => search)
}

function checkSlowly(search: HardSearch): void {
  const request = expand(search)
  assert.deepEqual(
    timeSearch(search).starts,
    slowSlots(request).map(({ startsAt }) => startsAt),
  )
}

function repeat(runs: number, searchOf: (run: number) => HardSearch, terms?: SweepTerms): Result {
  const times: SearchTimes[] = []
  for (let run = -Math.ceil(runs / 4); run < runs; run++) {
    const took = timeSearch(searchOf(run + Math.ceil(runs / 4)), terms)
    if (run >= 0) times.push(took)
  }
  const { people } = searchOf(0)
  const engine = times.map(({ engineMs }) => engineMs)
  return {
    people: people.length,
    intervals: people.reduce((sum, { busy }) => sum + busy.length / 2, 0),
    slots: median(times.map(({ starts }) => starts.length)),
    p50Ms: round(percentile(engine, 0.5)),
    p95Ms: round(percentile(engine, 0.95)),
    p99Ms: round(percentile(engine, 0.99)),
    sweepMs: round(median(times.map(({ sweepMs }) => sweepMs))),
    ratio: round(median(times.map(({ engineMs, sweepMs }) => engineMs / sweepMs))),
    aboveFloor: round(median(times.map(({ engineMs, floorMs }) => 1 - floorMs / engineMs))),
  }
}
