import { compose } from '../apps/server/src/compose.ts'
import { openSyncSite, type SyncSite } from '../apps/worker/src/testing/sync-site.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import type { World } from './benchmark.ts'
import { createTeam } from './team.ts'

/** A new database with a stand-in of Google beside it. */
export async function createSyncSite(
  { createDatabase, open }: World,
  bundle: WorkerBundle,
  name: string,
  pollSeconds: number,
): Promise<SyncSite> {
  const databaseUrl = await createDatabase(name)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  let teams = 0
  const newMember = async () => {
    const { orgId, members } = await createTeam(runtime, 1, `team-${teams++}.example`)
    const [person] = members
    if (!person) throw new Error('The team has nobody.')
    const { id: userId, email } = person
    const role = 'OPERATOR' as const
    const actor = { orgId, userId, email, name: email, role, timeZone: 'Europe/Berlin', organizationName: 'B' }
    return { ...runtime, actor, origin: 'web 127.0.0.1', rankingModel: null }
  }
  const site = await openSyncSite({ databaseUrl, bundle, runtime, newMember, pollSeconds })
  open.defer(site.close)
  return site
}
