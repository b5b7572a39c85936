import { formatMoment } from '../../lib/format-time.ts'
import { LOCALE } from '../../lib/locale.ts'
import type { Relaxation } from './suggestions.ts'

/** What would help, from its facts, with the time as the reader writes it: `Tue 10 Mar, 10:00 works without Tom Reed.` */
export function relaxationText(
  relaxation: Relaxation,
  timeZone: string,
  nameOf: (email: string) => string,
  locale = LOCALE,
): string {
  const change = changeText(relaxation, nameOf)
  return change ? `${formatMoment(relaxation.startsAt, timeZone, locale)} works ${change}.` : relaxation.message
}

function changeText({ kind, facts }: Relaxation, nameOf: (email: string) => string): string | null {
  const { durationMinutes, email, title } = facts
  if (kind === 'SHORTER') return typeof durationMinutes === 'number' ? `for ${durationMinutes} minutes` : null
  if (kind === 'WITHOUT_PERSON') return typeof email === 'string' ? `without ${nameOf(email)}` : null
  if (kind === 'OTHER_TIME') return 'for everyone'
  if (kind === 'WIDER_RANGE') return 'with a wider range'
  return typeof title === 'string' ? `when “${title}” is moved` : null
}
