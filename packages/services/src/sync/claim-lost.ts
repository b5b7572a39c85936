/** Another worker has taken the calendar over: whatever this one still has to write is not written. */
export class ClaimLost extends Error {
  override name = 'ClaimLost'
}
