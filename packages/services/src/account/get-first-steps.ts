import { type FirstStep, planFirstSteps } from '@astralis/core/people/first-steps'
import { findFirstSteps } from '@astralis/db/queries/first-steps'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Which first steps the caller has taken, by what came of them; none for whoever has put them away. */
export async function getFirstSteps(ctx: ServiceContext): Promise<FirstStep[]> {
  const { orgId, userId, role } = ctx.actor
  const done = await inOrganization(ctx, orgId, (tx) => findFirstSteps(tx, orgId, userId))
  return done ? planFirstSteps(role, done) : []
}
