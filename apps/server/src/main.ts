import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LIVE_LIMITS } from '@astralis/services/live/live-limits'
import { buildApp } from './app.ts'
import { compose, composeCalendars, composeGoogle } from './compose.ts'
import { readSettings } from './env.ts'

const settings = readSettings()

const { runtime, close } = compose(settings.databaseUrl)
const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url))
const app = await buildApp({
  runtime,
  publicUrl: settings.publicUrl,
  openAi: settings.openAi,
  usesOutbox: settings.usesOutbox,
  google: composeGoogle(settings.calendars, settings.publicUrl),
  calendars: composeCalendars(settings.calendars, settings.publicUrl),
  usesDemoCalendars: settings.usesDemoCalendars,
  trustedProxies: settings.trustedProxies,
  live: LIVE_LIMITS,
  webRoot: existsSync(webRoot) ? webRoot : undefined,
  logger: { level: settings.logLevel },
})

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await app.close()
  await close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// Under the launcher, which may be killed: nobody is left to stop this process then.
process.on('disconnect', stop)

try {
  await app.listen({ host: settings.host, port: settings.port })
} catch (error) {
  process.stderr.write(
    `The server can not listen on ${settings.host}:${settings.port}. Is PORT free? ${String(error)}\n`,
  )
  process.exit(1)
}
process.send?.('ready')
