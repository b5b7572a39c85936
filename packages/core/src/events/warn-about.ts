import type { Temporal } from '../temporal.ts'
import { isBefore } from '../time/instant.ts'
import type { Span } from '../time/span.ts'

/** Something the caller may not have meant; the event is stored all the same. */
export interface Warning {
  code: 'IN_THE_PAST'
  message: string
}

export function warnAbout(span: Span, now: Temporal.Instant): Warning[] {
  return isBefore(span.endsAt, now) ? [{ code: 'IN_THE_PAST', message: 'This time has already passed.' }] : []
}
