import { forgetChanges, listOrganizationsToForget } from '@astralis/db/queries/changes'
import { enterSweep } from '@astralis/db/tenancy'
import type { Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Whoever was away for longer asks for everything anew. */
export const KEPT_MINUTES = 60

/** Forgets changes that nobody needs to be told of any more. */
export async function sweepChanges(runtime: Pick<Runtime, 'db' | 'clock'>): Promise<{ changes: number }> {
  const before = runtime.clock().subtract({ minutes: KEPT_MINUTES })
  const orgIds = await runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    return listOrganizationsToForget(tx, before)
  })
  let changes = 0
  for (const orgId of orgIds) changes += await inOrganization(runtime, orgId, (tx) => forgetChanges(tx, orgId, before))
  return { changes }
}
