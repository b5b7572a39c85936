/** What the address of the outbox says. */
export interface OutboxSearch {
  /** The id of the mail that is read. */
  message?: string | undefined
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Reads the address; what it says wrong is ignored. */
export function readOutboxSearch({ message }: Record<string, unknown>): OutboxSearch {
  return { message: typeof message === 'string' && UUID.test(message) ? message : undefined }
}
