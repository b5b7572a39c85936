import { unsavedPlace } from '../../lib/unsaved.ts'
import type { LeadTime } from './lead-time.ts'

interface UnsavedReminders {
  ownerId: string
  leadTimes: readonly LeadTime[]
}

export const { keep: keepUnsaved, find: findUnsaved } = unsavedPlace<UnsavedReminders>()
