import { describeRecurrence } from '@astralis/core/recurrence/describe-recurrence'
import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import { formatWall } from '@astralis/core/recurrence/wall-time'
import { LOCALE, regionalEnglish } from '../../lib/locale.ts'
import type { RuleStart } from './rule-start.ts'

/** `Every other Tuesday until 12 March 2027`; null for lines that can not be read. */
export function recurrenceText(lines: string, { wall, timeZone }: RuleStart, locale = LOCALE): string | null {
  try {
    const text = describeRecurrence({ startsAt: formatWall(wall), timeZone, rules: lines }, regionalEnglish(locale))
    return text.charAt(0).toUpperCase() + text.slice(1)
  } catch (error) {
    if (error instanceof RecurrenceError) return null
    throw error
  }
}
