import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase } from '@astralis/db/client'
import { assembleCalendarServices } from '@astralis/services/connections/assemble-calendar-services'
import { createEnqueue } from '@astralis/services/enqueue'
import type { DeliveryRuntime } from '@astralis/services/mail/delivery-runtime'
import type { SyncRuntime } from '@astralis/services/sync/sync-runtime'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { createChannel } from './channels/create-channel.ts'
import type { WorkerSettings } from './env.ts'

export type WorkerRuntime = DeliveryRuntime & SyncRuntime

/** The real clock, randomness, database, queue and mail; everything else receives them. */
export function compose(settings: WorkerSettings, log: Logger) {
  const { databaseUrl, publicUrl, mail, calendars, pollSeconds } = settings
  const { db, close } = createDatabase(databaseUrl, { role: 'astralis_app', max: 8 })
  // The queue keeps its own tables in order, so it connects as their owner. Installing them is the migration's task.
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'astralisops-queue',
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    // How soon the jobs of a killed worker are noticed, once their heartbeat is missing: a pass looks at a queue only
    // where the last look, also another worker's, is as long ago as the second of these.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.error({ err: error }, 'The queue has a problem and will try again.'))
  boss.on('warning', (warning) => log.warn({ warning }, 'The queue warns.'))
  const calendarServices = assembleCalendarServices({
    ...calendars,
    publicUrl,
    clock: () => Date.now(),
    wait: (milliseconds) => delay(milliseconds),
    randomBytes,
  })
  const runtime: WorkerRuntime = {
    db,
    clock: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
    enqueue: createEnqueue(boss),
    channel: createChannel(mail),
    publicUrl,
    calendars: calendarServices,
    seal: calendarServices.seal,
    pollSeconds,
    wait: (seconds) => delay(seconds * 1000),
    random: () => Math.random(),
  }
  return { runtime, boss, closeDatabase: close }
}
