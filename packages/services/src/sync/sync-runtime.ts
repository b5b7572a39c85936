import type { CalendarServices } from '../connections/calendar-services.ts'
import type { Runtime } from '../context.ts'

/** What keeping calendars in step needs of the worker. */
export interface SyncRuntime extends Runtime {
  calendars: CalendarServices
  /** Where people, and notifications, reach the product; no slash at the end. */
  publicUrl: string
  /** How often every calendar is read, notified or not. */
  pollSeconds: number
  wait: (seconds: number) => Promise<void>
  /** From 0 (included) to 1 (not included). */
  random: () => number
}
