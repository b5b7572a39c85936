import { readSettings } from './env.ts'
import { startGoogleStandIn } from './google-stand-in.ts'
import { seedDemo } from './seed-demo.ts'

const { port, stateFile, clientId, clientSecret } = readSettings()

async function start() {
  try {
    const google = await startGoogleStandIn({
      port,
      clientId,
      clientSecret,
      allowsLocalPush: true,
      ...(stateFile === null ? {} : { stateFile }),
    })
    if (!google.wasRestored) seedDemo(google.control, Date.now())
    return google
  } catch (error) {
    process.stderr.write(
      `The stand-in of Google can not start. Is GOOGLE_STAND_IN_PORT free, and the state file right? ${String(error)}\n`,
    )
    return process.exit(1)
  }
}

const google = await start()

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await google.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// Under the launcher, which may be killed: nobody is left to stop this process then.
process.on('disconnect', stop)

process.send?.('ready')
