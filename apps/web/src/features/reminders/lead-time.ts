const MINUTES = { minutes: 1, hours: 60, days: 1440, weeks: 10_080 } as const

export type LeadUnit = keyof typeof MINUTES
export const LEAD_UNITS = ['minutes', 'hours', 'days', 'weeks'] as const satisfies LeadUnit[]

/** How long before the start, as people say it; the amount is NaN while it is typed. */
export interface LeadTime {
  amount: number
  unit: LeadUnit
}

export function minutesOf({ amount, unit }: LeadTime): number {
  return amount * MINUTES[unit]
}

/** In the largest unit of which it is a whole number. */
export function leadTimeOf(minutes: number): LeadTime {
  const unit = LEAD_UNITS.findLast((candidate) => minutes > 0 && minutes % MINUTES[candidate] === 0) ?? 'minutes'
  return { amount: minutes / MINUTES[unit], unit }
}
