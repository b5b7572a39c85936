import { WORDS_LOCALE } from '../../lib/locale.ts'
import { leadTimeOf, type LeadUnit } from './lead-time.ts'

/** `day` of one, `days` of others */
export function unitText(amount: number, unit: LeadUnit): string {
  return amount === 1 ? unit.slice(0, -1) : unit
}

/** `1 day` */
function lengthText(minutes: number): string {
  const { amount, unit } = leadTimeOf(minutes)
  return `${amount} ${unitText(amount, unit)}`
}

/** `1 day and 1 hour before`, `1 day before and at the start`: when reminders are sent, the earliest first. */
export function leadTimesText(minutes: readonly number[]): string {
  const lengths = [...new Set(minutes)].filter((length) => length > 0).toSorted((a, b) => b - a)
  const before = lengths.length > 0 ? `${new Intl.ListFormat(WORDS_LOCALE).format(lengths.map(lengthText))} before` : ''
  const atStart = minutes.includes(0) ? 'at the start' : ''
  return [before, atStart].filter(Boolean).join(' and ')
}
