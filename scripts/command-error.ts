/** Ends the start. `message` is for the person at the terminal; empty when a child process has already told them. */
export class LaunchError extends Error {
  override name = 'LaunchError'
}
