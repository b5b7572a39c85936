import { isBefore } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import type { Warning } from '../wire/warning.ts'

/** A rule need not have the time that somebody gave as the start: every Tuesday, from a Wednesday on. */
export function warnOfLaterStart(asked: Span, first: Span): Warning[] {
  if (!isBefore(asked.startsAt, first.startsAt)) return []
  const date = first.startsAt.toString().slice(0, 'YYYY-MM-DD'.length)
  return [
    { code: 'STARTS_LATER', message: `The rule has no occurrence at the given start; the first one is on ${date}.` },
  ]
}
