import type { DateOverride, DayOfWeek, WeeklyRange } from '../time/working-hours.ts'

/** A weekly range that can be switched off without being forgotten. */
export interface AvailabilityRule extends WeeklyRange {
  isActive: boolean
}

/** When somebody can be booked (D1–D3): wall-clock hours of their zone, and time to keep free around every event. */
export interface Availability {
  /** IANA */
  timeZone: string
  rules: AvailabilityRule[]
  overrides: DateOverride[]
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
}

const WEEKDAYS: DayOfWeek[] = [1, 2, 3, 4, 5]

/** What a member has who has never said otherwise: weekdays from nine to five in their zone. */
export function defaultAvailability(timeZone: string): Availability {
  const rules = WEEKDAYS.map((dayOfWeek) => ({ dayOfWeek, startTime: '09:00', endTime: '17:00', isActive: true }))
  return { timeZone, rules, overrides: [], bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
}
