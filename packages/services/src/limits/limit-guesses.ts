import type { Caller } from '../context.ts'
import { type Attempt, giveBackAttempts, type LimitRuntime, takeAttempts } from './rate-limit.ts'

/**
 * What `lookUp` finds by the token of a link. When it throws, the link led nowhere, and counts: somebody guesses. Throws
 * RATE_LIMITED, before anything is looked up, where there were too many of these from this address.
 */
export async function limitGuesses<Found>(
  runtime: LimitRuntime & Pick<Caller, 'address'>,
  lookUp: () => Promise<Found>,
): Promise<Found> {
  const attempts: Attempt[] = [{ limit: 'link.address', of: runtime.address }]
  await takeAttempts(runtime, attempts)
  const found = await lookUp()
  await giveBackAttempts(runtime, attempts)
  return found
}
