import { Temporal } from '@astralis/core/temporal'
import { compose } from '../apps/server/src/compose.ts'
import { type KillSite, openKillSite } from '../apps/worker/src/testing/kill-site.ts'
import type { StartProvider } from '../apps/worker/src/testing/mail-provider.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import type { World } from './benchmark.ts'
import { createTeam } from './team.ts'

/** A new database with one person, whose reminders go to a mail service of their own. */
export async function createKillSite(
  { createDatabase, open }: World,
  bundle: WorkerBundle,
  name: string,
  startProvider: StartProvider,
): Promise<KillSite> {
  const databaseUrl = await createDatabase(name)
  const provider = await startProvider()
  open.defer(provider.close)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const { orgId, members } = await createTeam(runtime, 1)
  const [person] = members
  if (!person) throw new Error('The team has nobody.')
  const { id: userId, email } = person
  const site = openKillSite({
    databaseUrl,
    provider,
    bundle,
    ctx: {
      ...runtime,
      clock: () => Temporal.Now.instant(),
      actor: { orgId, userId, email, name: email, role: 'OPERATOR', timeZone: 'Europe/Berlin', organizationName: 'B' },
      origin: 'web 127.0.0.1',
      rankingModel: null,
    },
  })
  open.defer(site.close)
  return site
}
