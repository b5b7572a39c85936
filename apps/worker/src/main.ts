import { describeFault } from '@astralis/services/describe-fault'
import pino from 'pino'
import { compose } from './compose.ts'
import { readSettings } from './env.ts'
import { runJobs } from './run-jobs.ts'

/** A stopping worker finishes the jobs it has; what takes longer goes back to the queue. */
const STOP_TIMEOUT_MS = 10_000

const settings = readSettings()

const log = pino({ name: 'worker', level: settings.logLevel, serializers: { err: (error) => describeFault(error) } })
const { runtime, boss, closeDatabase } = compose(settings, log)

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
  await closeDatabase()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// Under the launcher, which may be killed: nobody is left to stop this process then.
process.on('disconnect', stop)

/** Calendars may have to be read more often than the queue's own clock, which knows minutes, would look for them. */
const SWEEP_SECONDS = 15
async function lookAtCalendars(): Promise<void> {
  try {
    await boss.send('calendars.sweep', {})
  } catch (error) {
    log.warn({ err: error }, 'The queue took no sweep of calendars; the next one does.')
  }
}

try {
  await boss.start()
  // By itself it would look for the jobs of killed workers ten seconds later, and some do not live that long.
  await boss.supervise()
  await runJobs(boss, runtime, log)
  // What became due while no worker ran does not wait for the clock.
  await boss.send('mails.sweep', {})
  await boss.send('calendars.sweep', {})
  setInterval(lookAtCalendars, Math.min(settings.pollSeconds, SWEEP_SECONDS) * 1000).unref()
} catch (error) {
  process.stderr.write(`The worker can not start. Is the database migrated and DATABASE_URL right? ${String(error)}\n`)
  process.exit(1)
}
process.send?.('ready')
