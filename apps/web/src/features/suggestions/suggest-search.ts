import type { TimeOfDay } from '@astralis/core/slots/suggestion'
import { readRepeat, type Repeat } from './suggest-repeats.ts'

/** What the address of the page says of a search, so that it can be reloaded, sent to somebody and gone back to. */
export interface SuggestSearch {
  /** E-mail addresses of the people who have to be there; absent means oneself. */
  people?: string[] | undefined
  /** Those who may be missing. */
  optional?: string[] | undefined
  minutes?: number | undefined
  /** `YYYY-MM-DD`, first and last day. */
  from?: string | undefined
  to?: string | undefined
  /** IANA; absent means one's own. */
  zone?: string | undefined
  time?: TimeOfDay | undefined
  /** Absent means once. */
  repeat?: Repeat | undefined
  title?: string | undefined
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const TIMES = ['morning', 'afternoon', 'evening'] as const satisfies TimeOfDay[]

/** Reads the address; what it says wrong is ignored. By hand, because this is a part of the first load. */
export function readSuggestSearch(search: Record<string, unknown>): SuggestSearch {
  const { people, optional, minutes, from, to, zone, time, repeat, title } = search
  return {
    people: strings(people),
    optional: strings(optional),
    minutes: typeof minutes === 'number' && Number.isInteger(minutes) ? minutes : undefined,
    from: date(from),
    to: date(to),
    zone: text(zone),
    time: TIMES.find((known) => known === time),
    repeat: readRepeat(repeat) ?? undefined,
    title: text(title),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function date(value: unknown): string | undefined {
  return typeof value === 'string' && DATE.test(value) ? value : undefined
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined
}
