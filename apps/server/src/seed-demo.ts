import { DEMO_SIGN_IN } from '@astralis/services/demo/demo-team'
import { seedDemo } from '@astralis/services/demo/seed-demo'
import { compose } from './compose.ts'
import { readCommandSettings } from './env.ts'

/** Puts the demo organization into an empty database, and prints how to sign in to it. */
const settings = readCommandSettings()
const { runtime, close } = compose(settings.databaseUrl)
await seedDemo(runtime, { hasOutbox: settings.usesOutbox })
await close()
process.stdout.write(`Demo sign-in: ${DEMO_SIGN_IN.email} with password ${DEMO_SIGN_IN.password}\n`)
