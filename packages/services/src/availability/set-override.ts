import type { Availability } from '@astralis/core/availability/availability'
import type { SetOverrideInput } from '@astralis/core/availability/availability-input'
import { saveOverride } from '@astralis/db/queries/availability'
import type { ServiceContext } from '../context.ts'
import { changeAvailability } from './change-availability.ts'

/** Other hours on one date, or a day off (D2). */
export async function setOverride(ctx: ServiceContext, input: SetOverrideInput): Promise<Availability> {
  return changeAvailability(ctx, input.userId, (tx, userId) => saveOverride(tx, ctx.actor.orgId, userId, input))
}
