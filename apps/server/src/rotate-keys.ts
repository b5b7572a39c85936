import { rotateKeys } from '@astralis/services/connections/rotate-keys'
import { compose, composeCalendars } from './compose.ts'
import { readSettings } from './env.ts'

/** Seals the tokens of all linked calendars with the first of ENCRYPTION_KEYS, and says how many it was. */
const settings = readSettings()
const { runtime, close } = compose(settings.databaseUrl)
try {
  const calendars = composeCalendars(settings.calendars, settings.publicUrl)
  const { resealed, accounts } = await rotateKeys({ ...runtime, calendars })
  const [key] = settings.calendars.keys
  process.stdout.write(
    `${resealed} of ${accounts} linked accounts were sealed anew; all are sealed with ${key.id} now.\n`,
  )
} catch (error) {
  process.stderr.write(`The keys can not be rotated. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await close()
}
