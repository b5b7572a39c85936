import { once } from 'node:events'
import { EmbeddedPostgresError } from '@astralis/db/embedded/error'
import { build } from './build.ts'
import { checkAddress } from './launch/check-address.ts'
import { prepareCalendars } from './launch/calendars.ts'
import { runStep } from './launch/child.ts'
import { lockDataDir } from './launch/data-dir-lock.ts'
import { openDatabase } from './launch/database.ts'
import { CommandError } from './command-error.ts'
import { builtPrograms, watchedPrograms } from './launch/programs.ts'
import { supervise } from './launch/supervise.ts'
import { type LaunchSettings, readLaunchSettings } from './settings/env.ts'

/** `npm start`, and with `--watch` `npm run dev`: everything the product needs, as one command that Ctrl-C ends. */
async function launch(settings: LaunchSettings, isWatching: boolean, stop: AbortSignal): Promise<void> {
  // Whatever was started is stopped in the opposite order, however this function is left.
  await using running = new AsyncDisposableStack()
  if (!settings.databaseUrl) running.defer(await lockDataDir(settings.dataDir))
  await checkAddress(settings)
  if (!isWatching) {
    console.log('Building…')
    await build(stop)
  }

  const database = await openDatabase(settings)
  running.defer(() => database.stop())
  stop.throwIfAborted()
  const programs = await (isWatching ? watchedPrograms : builtPrograms)(
    settings,
    database.url,
    await prepareCalendars(settings),
  )
  console.log('Preparing the database…')
  await runStep(programs.migrate, stop)
  const signIn = database.isEmbedded ? await runStep(programs.seedDemo, stop) : ''

  console.log('Starting server and worker…')
  const services = programs.services.map(supervise)
  running.defer(async () => {
    await Promise.all(services.map((service) => service.stop()))
  })
  await Promise.race([Promise.all(services.map((service) => service.ready)), once(stop, 'abort')])
  stop.throwIfAborted()
  const processes = [database, ...services].map((process) => process.describe())
  console.log(`Running as processes: ${processes.join(', ')}`)
  console.log(`AstralisOps is ready at http://localhost:${settings.port}\n${signIn}`.trimEnd())

  await once(stop, 'abort')
  console.log('Stopping…')
}

/** Aborted by Ctrl-C and by a polite kill; the second one of those that arrive together changes nothing. */
function stopRequest(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}

const stop = stopRequest()
try {
  await launch(readLaunchSettings(), process.argv.includes('--watch'), stop)
} catch (error) {
  if (!stop.aborted) {
    // One sentence for what a person can change, everything for a fault of ours.
    const isExpected = error instanceof CommandError || error instanceof EmbeddedPostgresError
    console.error(isExpected ? error.message : error)
    process.exitCode = 1
  }
}
