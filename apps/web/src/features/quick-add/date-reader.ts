import type { Temporal } from '@astralis/core/temporal'
import type { ParsedComponents, ParsedResult } from 'chrono-node'

/** What a date in words says for certain, and what was made of the rest. */
export interface DateWords {
  from: number
  to: number
  text: string
  /** As the calendar has it, `YYYY-MM-DD`; always whole. */
  date: string
  /** The last day of a range. */
  lastDate: string | null
  /** What of the date was said; nothing of it for a time alone. */
  said: 'day' | 'weekday' | 'date without year' | 'day of month' | 'nothing'
  /** Minutes since midnight, where a time was said. */
  minutes: number | null
  lastMinutes: number | null
  /** Whether words such as "afternoon" put it after noon. */
  isAfternoon: boolean
}

/** Finds dates in words, relative to a moment on the wall of a zone. */
export type DateReader = (text: string, now: Temporal.ZonedDateTime) => DateWords[]

interface Chrono {
  parse: (text: string, reference: { instant: Date; timezone: number }) => ParsedResult[]
}

/** The languages besides English that chrono reads and the app is used in; each comes when it is needed. */
const LANGUAGES: Partial<Record<string, () => Promise<{ casual: Chrono }>>> = {
  ar: () => import('chrono-node/ar'),
  de: () => import('chrono-node/de'),
  es: () => import('chrono-node/es'),
  fr: () => import('chrono-node/fr'),
  it: () => import('chrono-node/it'),
  ja: () => import('chrono-node/ja'),
  nl: () => import('chrono-node/nl'),
  pt: () => import('chrono-node/pt'),
}

/**
 * The readers for somebody of `language` (BCP 47): theirs first, then English, whose order of day and month is that of
 * `region` (a locale such as `en-GB`).
 */
export async function loadDateReaders(language: string, region: string): Promise<DateReader[]> {
  const own = LANGUAGES[language.split('-', 1)[0] ?? '']
  const [english, translated] = await Promise.all([import('chrono-node/en'), own?.()])
  const ordered = isDayFirst(region) ? english.GB : english.casual
  return [...(translated ? [translated.casual] : []), ordered].map(readerOf)
}

/** Whether 3/4 is the third of April. */
function isDayFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts()
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'day'
}

function readerOf(chrono: Chrono): DateReader {
  return (text, now) => {
    const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 60e9 }
    return chrono.parse(text, reference).map(wordsOf)
  }
}

function wordsOf({ index, text, start, end }: ParsedResult): DateWords {
  const trimmed = text.trimEnd()
  return {
    from: index,
    to: index + trimmed.length,
    text: trimmed,
    date: dateOf(start),
    lastDate: end ? dateOf(end) : null,
    said: saidOf(start),
    minutes: minutesOf(start),
    lastMinutes: end ? minutesOf(end) : null,
    isAfternoon: !start.isCertain('hour') && start.get('meridiem') === 1,
  }
}

function dateOf(parts: ParsedComponents): string {
  const [year = 0, month = 0, day = 0] = (['year', 'month', 'day'] as const).map((part) => parts.get(part) ?? 0)
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function saidOf(parts: ParsedComponents): DateWords['said'] {
  if (parts.isCertain('year')) return 'day'
  if (parts.isCertain('month')) return 'date without year'
  if (parts.isCertain('day')) return 'day of month'
  return parts.isCertain('weekday') ? 'weekday' : 'nothing'
}

/** "Evening" is a time too, though nobody said which; noon stands for a day without one. */
function minutesOf(parts: ParsedComponents): number | null {
  if (!parts.isCertain('hour')) return null
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0)
}
