import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase } from '@astralis/db/client'
import { assembleGoogleServices } from '@astralis/services/auth/assemble-google-services'
import type { GoogleServices } from '@astralis/services/auth/google-services'
import type { CalendarServices } from '@astralis/services/connections/calendar-services'
import { assembleCalendarServices } from '@astralis/services/connections/assemble-calendar-services'
import type { Runtime } from '@astralis/services/context'
import { openQueue } from '@astralis/services/enqueue'
import type { CalendarSettings } from './env.ts'

/** The real clock, randomness, database and queue; everything else receives them. */
export function compose(databaseUrl: string): { runtime: Runtime; close: () => Promise<void> } {
  const { db, close } = createDatabase(databaseUrl, { role: 'astralis_app' })
  const forQueue = createDatabase(databaseUrl, { role: 'astralis_app', max: 1 })
  const queue = openQueue(forQueue.db)
  const runtime: Runtime = {
    db,
    clock: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
    enqueue: queue.enqueue,
  }
  return {
    runtime,
    async close() {
      await queue.close()
      await Promise.all([close(), forQueue.close()])
    },
  }
}

/** Linked calendars, with the real clock and randomness. */
export function composeCalendars(settings: CalendarSettings, publicUrl: string): CalendarServices {
  return assembleCalendarServices({
    ...settings,
    publicUrl,
    clock: () => Date.now(),
    wait: (milliseconds) => delay(milliseconds),
    randomBytes,
  })
}

/** Signing in with Google, with the real clock and randomness. */
export function composeGoogle(settings: CalendarSettings, publicUrl: string): GoogleServices {
  return assembleGoogleServices({ ...settings, publicUrl, clock: () => Date.now(), randomBytes })
}
