import { ProviderError } from '@astralis/calendars/provider-error'

/** A call that tidies up: what a service will refuse each time it is tried is not tried again. */
export async function unlessFinal(call: Promise<void>): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.kind === 'unavailable' || error.kind === 'rate-limited') throw error
  }
}
