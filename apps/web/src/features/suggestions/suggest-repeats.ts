/** How often a meeting that is searched for may happen, and the rule that it is (RFC 5545). */
export const REPEATS = {
  weekly: { label: 'Every week', rule: 'FREQ=WEEKLY' },
  fortnightly: { label: 'Every other week', rule: 'FREQ=WEEKLY;INTERVAL=2' },
  monthly: { label: 'Every month', rule: 'FREQ=MONTHLY' },
} as const
export type Repeat = keyof typeof REPEATS

/** What a form or an address says; null for once. */
export function readRepeat(text: unknown): Repeat | null {
  return text === 'weekly' || text === 'fortnightly' || text === 'monthly' ? text : null
}
