/**
 * A place for a form that was left without saving or discarding it, for example because the session ended. It lasts
 * for as long as the page is loaded, and another user of the same browser never sees it.
 */
export function unsavedPlace<T extends { ownerId: string }>() {
  let unsaved: T | null = null
  return {
    /** Keeps what is being typed; null once it is saved or discarded. */
    keep: (form: T | null): void => {
      unsaved = form
    },
    /** What this user left unsaved. */
    find: (userId: string): T | null => (unsaved?.ownerId === userId ? unsaved : null),
  }
}
