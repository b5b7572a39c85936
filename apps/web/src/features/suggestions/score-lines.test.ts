import type { SuggestionReason } from '@astralis/core/events/event'
import { expect, test } from 'vitest'
import { formatPoints, formatScore, scoreLines } from './score-lines.ts'

const nameOf = (email: string) => (email === 'tom@partner.example' ? 'Tom Reed' : email)

function lineOf(rule: string, facts: SuggestionReason['facts']): string {
  const [line] = scoreLines([{ rule, points: -1, facts }], nameOf)
  return `${line?.label}: ${line?.detail}`
}

test('E2: each part of a score says what it is, with its facts', () => {
  expect(lineOf('TIME_OF_DAY', { preferred: 'morning', durationMinutes: 45, outsideMinutes: 15 })).toBe(
    'Preferred time of day: 15 minutes outside of the morning',
  )
  expect(lineOf('SOONER', { minutesAfter: 3000, rangeMinutes: 20_160 })).toContain('2 days after')
  expect(lineOf('EARLY_WEEK', { dayOfWeek: 3 })).toContain('Wednesday')
  expect(lineOf('OPTIONAL_PEOPLE', { optional: 3, absent: 1, emails: [] })).toContain('1 of 3 cannot come')
  expect(lineOf('DAY_EDGES', { closest: { email: 'tom@partner.example', minutes: 15 } })).toContain(
    '15 minutes to the edge for Tom Reed',
  )
  expect(lineOf('SHORT_GAPS', { gaps: 2, usableMinutes: 30 })).toContain('2 under 30 minutes')
  expect(lineOf('BACK_TO_BACK', { longest: { email: 'tom@partner.example', minutes: 195 } })).toContain(
    '3 hours 15 minutes in a row for Tom Reed',
  )
  expect(lineOf('FAIRNESS', { worst: { email: 'tom@partner.example', minutes: 30 }, isAgain: true })).toContain(
    '30 minutes outside for Tom Reed, who had it last time too',
  )
})

test('E2: a rule that is newer than the page, and facts that are missing, can be read too', () => {
  expect(lineOf('FULL_MOON', {})).toBe('Full moon: null')
  expect(lineOf('FAIRNESS', { worst: null })).toBe('Comfortable hours for everyone: null')
})

test('E2: points are signed and tenths are kept', () => {
  expect([100, -3.5, 0, -0].map(formatPoints)).toEqual(['+100', '−3.5', '0', '0'])
  expect(formatScore(87.4)).toBe('87.4')
})
