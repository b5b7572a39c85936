import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expandRecurrence } from '../../packages/core/src/recurrence/expand-recurrence.ts'
import { RecurrenceError } from '../../packages/core/src/recurrence/recurrence-error.ts'
import { Temporal } from '../../packages/core/src/temporal.ts'
import { describe, expect, it } from 'vitest'

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/dateutil-rrule/rrule_vectors.json', import.meta.url))

/** `rule` has DTSTART and then the lines of the series; `tz` is null throughout, and times are local. */
interface Vector {
  name: string
  rule: string
  tz: null
  expected: string[]
}

/** What the corpus records is no expansion of the rule, or one that is not RFC 5545's. */
const LEFT_OUT: Record<string, string[]> = {
  'records a part of the occurrences, by a method of that library': [
    'testBetween',
    'testGetItemSlice',
    'testGetItemSliceStep',
    'testXAfter',
    'testXAfterInc',
  ],
  'has dates beside the rule that the corpus does not record': [
    'testSetDate',
    'testSetDateAndExRule',
    'testSetExDate',
    'testSetExDateRevOrder',
  ],
  'takes all days of a week for BYWEEKNO alone; RFC 5545 takes the weekday of DTSTART': [
    'testMonthlyByWeekNo',
    'testToStrMonthlyByWeekNo',
    'testToStrWeeklyByWeekNo',
    'testToStrYearlyByWeekNo',
    'testWeeklyByWeekNo',
    'testYearlyByWeekNo',
  ],
}
const NAMES = Object.values(LEFT_OUT).flat()

/** Instants of local times as if in UTC, which is how the vectors are expanded. */
function expand({ rule, expected }: Vector): string[] {
  const [begin = '', ...lines] = rule.split('\n')
  const startsAt = Temporal.PlainDateTime.from(begin.replace('DTSTART:', '')).toString({ smallestUnit: 'second' })
  // A rule with an end must have no more than that.
  const isFinite = /COUNT|UNTIL/.test(rule)
  const limit = expected.length + (isFinite ? 100 : 0)
  const series = { startsAt, timeZone: 'UTC', rules: lines.join('\n') }
  return expandRecurrence(series, { from: 0, to: Infinity, limit }).map((start) =>
    Temporal.Instant.fromEpochMilliseconds(start).toString().slice(0, -1),
  )
}

const hasCorpus = existsSync(CORPUS)
if (!hasCorpus) console.log('The corpus of recurrence rules is not beside the project; its tests are skipped.')

describe.runIf(hasCorpus)('B5: recurrence rules by a corpus that is not ours', () => {
  const vectors: Vector[] = hasCorpus ? JSON.parse(readFileSync(CORPUS, 'utf8')) : []
  const isRefused = ({ rule }: Vector) => /FREQ=(SECONDLY|MINUTELY|HOURLY)/.test(rule)
  const refused = vectors.filter(isRefused)
  const supported = vectors.filter((vector) => !isRefused(vector))

  it('every vector gives its occurrences, but for those left out by name', () => {
    const different = supported.filter((vector) => expand(vector).join() !== vector.expected.join())
    console.log(
      `Recurrence rules: ${supported.length - different.length} of ${vectors.length} as expected, ` +
        `${NAMES.length} left out by name, ${refused.length} refused for their frequency.`,
    )
    expect(different.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted())
  })

  it('rules that repeat within a day are refused', () => {
    expect(refused.length).toBeGreaterThan(0)
    for (const vector of refused) expect(() => expand(vector)).toThrow(RecurrenceError)
  })
})
