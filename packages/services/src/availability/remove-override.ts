import type { Availability } from '@astralis/core/availability/availability'
import type { RemoveOverrideInput } from '@astralis/core/availability/availability-input'
import { deleteOverrides } from '@astralis/db/queries/availability'
import type { ServiceContext } from '../context.ts'
import { changeAvailability } from './change-availability.ts'

/** Gives a date back to the weekly hours (D2); one without an override stays as it is. */
export async function removeOverride(ctx: ServiceContext, input: RemoveOverrideInput): Promise<Availability> {
  return changeAvailability(ctx, input.userId, (tx, userId) => deleteOverrides(tx, ctx.actor.orgId, userId, input.date))
}
