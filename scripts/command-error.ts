/** Ends the command. `message` is for the person at the terminal; empty when a child process has already told them. */
export class CommandError extends Error {
  override name = 'CommandError'
}
