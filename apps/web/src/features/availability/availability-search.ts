/** What the address of the availability page says. */
export interface AvailabilitySearch {
  /** Whose hours: a user's id; absent means one's own. */
  person?: string | undefined
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Reads the address; what it says wrong is ignored. */
export function readAvailabilitySearch({ person }: Record<string, unknown>): AvailabilitySearch {
  return { person: typeof person === 'string' && UUID.test(person) ? person : undefined }
}
