import type { Temporal } from '../temporal.ts'
import { isBefore } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import type { Warning } from '../wire/warning.ts'

export function warnAbout(span: Span, now: Temporal.Instant): Warning[] {
  return isBefore(span.endsAt, now) ? [{ code: 'IN_THE_PAST', message: 'This time has already passed.' }] : []
}
