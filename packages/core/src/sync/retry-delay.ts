/** Google's documented ceiling for waits between tries. */
const CEILING_SECONDS = 64

interface FailedTry {
  /** 1 after the first try failed. */
  attempt: number
  /** What the service asked us to wait; null where it did not say. */
  retryAfterSeconds: number | null
  /** From 0 (included) to 1 (not included). */
  random: number
}

/**
 * Seconds until the next try: anything up to twice as long as last time, 64 s at most, so that those who failed together do
 * not come back together. Never sooner than the service asked, and then spread as well.
 */
export function retryDelaySeconds({ attempt, retryAfterSeconds, random }: FailedTry): number {
  const ceiling = Math.min(CEILING_SECONDS, 2 ** Math.max(0, attempt - 1))
  return Math.max(0, retryAfterSeconds ?? 0) + random * ceiling
}
