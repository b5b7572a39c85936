/** A rule that can not be read, or is not supported; the message says which part and what is expected. */
export class RecurrenceError extends Error {
  override name = 'RecurrenceError'
}
