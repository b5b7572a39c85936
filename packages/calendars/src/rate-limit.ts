import type { CalendarProvider } from './provider.ts'

export interface RateLimitSettings {
  /** Epoch milliseconds. */
  clock: () => number
  wait: (milliseconds: number) => Promise<void>
  perMinute: number
  /** A limit for more than this one, which is kept as well. */
  within?: RateLimit
}

export interface RateLimit {
  /** Resolves when it is the caller's turn, in the order of asking. */
  take(): Promise<void>
}

const MINUTE = 60_000

/** At most so many turns in any minute, wherever it begins: the last ones are remembered. */
export function createRateLimit({ clock, wait, perMinute, within }: RateLimitSettings): RateLimit {
  const taken: number[] = []
  let last: Promise<void> = Promise.resolve()

  async function takeNext(): Promise<void> {
    for (;;) {
      const now = clock()
      const [oldest = -Infinity] = taken
      // A clock that was set back must not stop everybody for longer than a minute.
      const rest = Math.min(oldest + MINUTE - now, MINUTE)
      if (taken.length < perMinute || rest <= 0) break
      await wait(rest)
    }
    await within?.take()
    // Not before: what waits in the larger limit happens only now.
    taken.push(clock())
    if (taken.length > perMinute) taken.shift()
  }

  return {
    take() {
      const turn = last.then(takeNext)
      // Who gave up waiting does not take the others along.
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

export interface RateLimits {
  take(user: string): Promise<void>
}

/** A limit for each user within one for all. A user who has to wait holds nobody else up. */
export function createRateLimits(
  settings: Pick<RateLimitSettings, 'clock' | 'wait'> & { perUser: number; perProject: number },
): RateLimits {
  const { clock, wait, perUser, perProject } = settings
  const within = createRateLimit({ clock, wait, perMinute: perProject })
  const users = new Map<string, RateLimit>()
  return {
    take(user) {
      const limit = users.get(user) ?? createRateLimit({ clock, wait, perMinute: perUser, within })
      users.set(user, limit)
      return limit.take()
    },
  }
}

/** The provider with each call in its turn, by account. A long list of calendars counts as one call. */
export function withRateLimit(provider: CalendarProvider, limits: RateLimits): CalendarProvider {
  const inTurn = async <T>({ accountEmail }: { accountEmail: string }, call: () => Promise<T>): Promise<T> => {
    await limits.take(accountEmail)
    return call()
  }
  return {
    listCalendars: (access) => inTurn(access, () => provider.listCalendars(access)),
    listItems: (access, calendar, cursor) => inTurn(access, () => provider.listItems(access, calendar, cursor)),
    getItem: (access, calendar, remoteId) => inTurn(access, () => provider.getItem(access, calendar, remoteId)),
    insertItem: (access, calendar, item) => inTurn(access, () => provider.insertItem(access, calendar, item)),
    updateItem: (access, calendar, change) => inTurn(access, () => provider.updateItem(access, calendar, change)),
    deleteItem: (access, calendar, item) => inTurn(access, () => provider.deleteItem(access, calendar, item)),
    occurrenceId: (exception) => provider.occurrenceId(exception),
    newRemoteId: (ownId, generation) => provider.newRemoteId(ownId, generation),
    watch: (access, calendar, channel) => inTurn(access, () => provider.watch(access, calendar, channel)),
    stopWatching: (access, channel) => inTurn(access, () => provider.stopWatching(access, channel)),
  }
}
