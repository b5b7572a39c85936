import type { Access, CalendarProvider, CalendarRef } from '@astralis/calendars/provider'
import { ProviderError } from '@astralis/calendars/provider-error'
import { isLinkable } from '@astralis/core/sync/provider-name'
import { retryDelaySeconds } from '@astralis/core/sync/retry-delay'
import type { Stream } from '@astralis/db/queries/streams'
import { getAccess } from '../connections/access-token.ts'
import type { SyncRuntime } from './sync-runtime.ts'

/** A call with everything it needs. */
export type Call = <T>(
  work: (provider: CalendarProvider, access: Access, calendar: CalendarRef) => Promise<T>,
) => Promise<T>

/** After that the job is retried, which takes its time and leaves the worker to others. */
const MAX_TRIES = 6
const MAX_WAIT_SECONDS = 60

/** The service that keeps a calendar. */
export function providerOf({ calendars }: SyncRuntime, { provider }: Stream): CalendarProvider {
  if (!isLinkable(provider)) throw new Error(`${provider} can not be linked yet.`)
  return calendars.providers[provider]
}

/**
 * Calls to a calendar's service: with a token that is valid, repeated after a while where the service has no time now.
 * What is not transient is the caller's to deal with.
 */
export function callsFor(runtime: SyncRuntime, stream: Stream): Call {
  const provider = providerOf(runtime, stream)
  return async (work) => {
    let hasRefreshed = false
    for (let attempt = 0; ; attempt++) {
      const access = await getAccess(runtime, stream.orgId, stream.connectionId, { refresh: false })
      try {
        return await work(provider, access, stream)
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        if (error.kind === 'unauthorized' && !hasRefreshed) {
          hasRefreshed = true
          await getAccess(runtime, stream.orgId, stream.connectionId, { refresh: true })
          continue
        }
        const delay = waitFor(error, attempt, runtime)
        if (delay === null) throw error
        await runtime.wait(delay)
      }
    }
  }
}

/** Null: it is no use, or takes too long. */
function waitFor(error: ProviderError, attempt: number, { random }: SyncRuntime): number | null {
  if (error.kind !== 'rate-limited' && error.kind !== 'unavailable') return null
  if (attempt + 1 >= MAX_TRIES) return null
  const { retryAfterSeconds } = error
  const seconds = retryDelaySeconds({ attempt: attempt + 1, retryAfterSeconds, random: random() })
  return seconds > MAX_WAIT_SECONDS ? null : seconds
}
