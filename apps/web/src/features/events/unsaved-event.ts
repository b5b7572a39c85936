import type { EventFormValues } from './event-form-values.ts'

/** A form that was left without saving or discarding it, for example because the session ended. */
export interface UnsavedEvent {
  ownerId: string
  /** Null for a new event. */
  eventId: string | null
  values: EventFormValues
}

let unsaved: UnsavedEvent | null = null

/** Keeps what is being typed for as long as the page is loaded; null once it is saved or discarded. */
export function keepUnsaved(event: UnsavedEvent | null): void {
  unsaved = event
}

/** What this user left unsaved. Another user of the same browser never sees it. */
export function findUnsaved(userId: string): UnsavedEvent | null {
  return unsaved?.ownerId === userId ? unsaved : null
}
