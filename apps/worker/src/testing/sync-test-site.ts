import { Temporal } from '@astralis/core/temporal'
import { createOrganization, createTestWorld, runtimeOf } from '@astralis/services/testing/test-world'
import { openSyncSite, type SyncSite } from './sync-site.ts'
import type { WorkerBundle } from './worker-process.ts'

/** A site in a database of its own; closed with `open`. */
export async function openSyncTestSite(
  bundle: WorkerBundle,
  pollSeconds: number,
  open: AsyncDisposableStack,
): Promise<SyncSite> {
  const world = await createTestWorld()
  open.defer(world.close)
  const runtime = { ...runtimeOf(world), clock: () => Temporal.Now.instant() }
  const newMember = () => createOrganization(world)
  const site = await openSyncSite({ databaseUrl: world.url, bundle, runtime, newMember, pollSeconds })
  open.defer(site.close)
  return site
}
