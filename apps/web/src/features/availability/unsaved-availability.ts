import { unsavedPlace } from '../../lib/unsaved.ts'
import type { AvailabilityValues } from './availability-values.ts'

interface UnsavedAvailability {
  ownerId: string
  /** Whose hours they are. */
  userId: string
  values: AvailabilityValues
}

export const { keep: keepUnsaved, find: findUnsaved } = unsavedPlace<UnsavedAvailability>()
