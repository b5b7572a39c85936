import type { SuggestionReason } from '@astralis/core/events/event'
import type { WEIGHTS } from '@astralis/core/slots/score-weights'
import { DAYS_OF_WEEK } from '@astralis/core/time/working-hours'
import { durationText } from '../../lib/clock-change.ts'
import { WORDS_LOCALE } from '../../lib/locale.ts'
import { dayName } from '../availability/days.ts'

/** A part of a score, to read. */
export interface ScoreLine {
  rule: string
  label: string
  /** The facts behind it; null where the label says all. */
  detail: string | null
  points: number
}

type NameOf = (email: string) => string
type Facts = SuggestionReason['facts']
type Words = { label: string; detail?: (facts: Facts, nameOf: NameOf) => string | null }

/** Core's rules in words. Facts travel as JSON, so that each is looked at before it is used. */
const WORDS: Record<'INSIDE_HOURS' | keyof typeof WEIGHTS, Words> = {
  INSIDE_HOURS: { label: 'Everyone required is free and within their hours' },
  TIME_OF_DAY: {
    label: 'Preferred time of day',
    detail: (facts) => {
      const outside = number(facts, 'outsideMinutes')
      return outside ? `${durationText(outside)} outside of the ${text(facts, 'preferred')}` : text(facts, 'preferred')
    },
  },
  SOONER: {
    label: 'Sooner rather than later',
    detail: (facts) => `${after(number(facts, 'minutesAfter'))} after the first moment of the range`,
  },
  EARLY_WEEK: { label: 'Early in the week', detail: (facts) => weekday(number(facts, 'dayOfWeek')) },
  OPTIONAL_PEOPLE: {
    label: 'Optional people',
    detail: (facts) => `${number(facts, 'absent')} of ${number(facts, 'optional')} cannot come`,
  },
  DAY_EDGES: {
    label: 'Away from the edges of the working day',
    detail: (facts, nameOf) =>
      about(facts, 'closest', (who, minutes) => `${span(minutes)} to the edge for ${nameOf(who)}`),
  },
  SHORT_GAPS: {
    label: 'No gaps too short to use',
    detail: (facts) => {
      const gaps = number(facts, 'gaps')
      return gaps ? `${gaps} under ${durationText(number(facts, 'usableMinutes'))}` : null
    },
  },
  BACK_TO_BACK: {
    label: 'No long row of meetings',
    detail: (facts, nameOf) =>
      about(facts, 'longest', (who, minutes) => `${span(minutes)} in a row for ${nameOf(who)}`),
  },
  FAIRNESS: {
    label: 'Comfortable hours for everyone',
    detail: (facts, nameOf) =>
      about(
        facts,
        'worst',
        (who, minutes) =>
          `${span(minutes)} outside for ${nameOf(who)}${facts['isAgain'] === true ? ', who had it last time too' : ''}`,
      ),
  },
}

const KNOWN: Partial<Record<string, Words>> = WORDS

/** The parts of a score as lines; their points sum to it. */
export function scoreLines(reasons: readonly SuggestionReason[], nameOf: NameOf): ScoreLine[] {
  return reasons.map(({ rule, points, facts }) => {
    const { label, detail } = KNOWN[rule] ?? { label: humanize(rule) }
    return { rule, label, detail: detail?.(facts, nameOf) ?? null, points }
  })
}

const POINTS = new Intl.NumberFormat(WORDS_LOCALE, { maximumFractionDigits: 1 })

/** `87.4` */
export function formatScore(score: number): string {
  return POINTS.format(score)
}

/** `+100`, `−3.5`, `0` */
export function formatPoints(points: number): string {
  if (points === 0) return '0'
  return `${points > 0 ? '+' : '−'}${POINTS.format(Math.abs(points))}`
}

/** `Some rule` of `SOME_RULE`: a rule that is newer than this page. */
function humanize(rule: string): string {
  const words = rule.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function number(facts: Facts, key: string): number {
  const value = facts[key]
  return typeof value === 'number' ? value : 0
}

function text(facts: Facts, key: string): string {
  const value = facts[key]
  return typeof value === 'string' ? value : ''
}

/** A fact of the form `{email, minutes}`. */
function about(facts: Facts, key: string, say: (email: string, minutes: number) => string): string | null {
  const value = facts[key]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { email, minutes } = value
  return typeof email === 'string' && typeof minutes === 'number' ? say(email, minutes) : null
}

function span(minutes: number): string {
  return minutes === 0 ? 'no time' : durationText(minutes)
}

const DAY_MINUTES = 1440

function after(minutes: number): string {
  const days = Math.floor(minutes / DAY_MINUTES)
  if (days > 0) return days === 1 ? '1 day' : `${days} days`
  return span(minutes)
}

function weekday(day: number): string | null {
  const known = DAYS_OF_WEEK.find((candidate) => candidate === day)
  return known ? dayName(known) : null
}
