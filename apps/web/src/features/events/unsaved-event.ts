import { unsavedPlace } from '../../lib/unsaved.ts'
import type { EventFormValues } from './event-form-values.ts'

interface UnsavedEvent {
  ownerId: string
  /** Null for a new event. */
  eventId: string | null
  values: EventFormValues
}

export const { keep: keepUnsaved, find: findUnsaved } = unsavedPlace<UnsavedEvent>()
