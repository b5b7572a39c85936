import type { Availability } from '@astralis/core/availability/availability'
import type { SetAvailabilityInput } from '@astralis/core/availability/availability-input'
import { deleteOverrides, saveAvailability, saveOverride } from '@astralis/db/queries/availability'
import type { ServiceContext } from '../context.ts'
import { changeAvailability } from './change-availability.ts'

/** Says when somebody can be booked (D1): what the input leaves out stays as it is. */
export async function setAvailability(ctx: ServiceContext, input: SetAvailabilityInput): Promise<Availability> {
  const { orgId } = ctx.actor
  return changeAvailability(ctx, input.userId, async (tx, userId, before) => {
    await saveAvailability(tx, orgId, userId, {
      timeZone: input.timeZone ?? before.timeZone,
      rules: input.rules ?? before.rules,
      bufferBeforeMinutes: input.bufferBeforeMinutes ?? before.bufferBeforeMinutes,
      bufferAfterMinutes: input.bufferAfterMinutes ?? before.bufferAfterMinutes,
    })
    if (!input.overrides) return
    await deleteOverrides(tx, orgId, userId)
    for (const override of input.overrides) await saveOverride(tx, orgId, userId, override)
  })
}
