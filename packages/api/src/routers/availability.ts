import {
  getAvailabilityInput,
  removeOverrideInput,
  setAvailabilityInput,
  setOverrideInput,
} from '@astralis/core/availability/availability-input'
import { getAvailability } from '@astralis/services/availability/get-availability'
import { removeOverride } from '@astralis/services/availability/remove-override'
import { setAvailability } from '@astralis/services/availability/set-availability'
import { setOverride } from '@astralis/services/availability/set-override'
import { memberProcedure, router } from '../trpc.ts'

export const availabilityRouter = router({
  get: memberProcedure.input(getAvailabilityInput).query(({ ctx, input }) => getAvailability(ctx.service, input)),
  set: memberProcedure.input(setAvailabilityInput).mutation(({ ctx, input }) => setAvailability(ctx.service, input)),
  setOverride: memberProcedure.input(setOverrideInput).mutation(({ ctx, input }) => setOverride(ctx.service, input)),
  removeOverride: memberProcedure
    .input(removeOverrideInput)
    .mutation(({ ctx, input }) => removeOverride(ctx.service, input)),
})
