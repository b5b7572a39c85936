export interface QuotaLimits {
  perUser: number
  perProject: number
}

/** Requests of one minute, counted as Google's quotas are: each user, and all together. */
export interface Quota {
  /** The reason by which a request is refused, or null. */
  take: (email: string) => 'userRateLimitExceeded' | 'rateLimitExceeded' | null
  /** How many requests were refused. */
  exceeded: () => number
  setLimits: (limits: QuotaLimits) => void
}

const MINUTE_MS = 60_000

export function createQuota(now: () => number, initial: QuotaLimits): Quota {
  let limits = initial
  let minute = 0
  let total = 0
  let exceeded = 0
  const users = new Map<string, number>()
  return {
    exceeded: () => exceeded,
    setLimits: (next) => (limits = next),
    take: (email) => {
      const current = Math.floor(now() / MINUTE_MS)
      if (current !== minute) {
        minute = current
        total = 0
        users.clear()
      }
      const used = users.get(email) ?? 0
      const isUsers = used >= limits.perUser
      if (isUsers || total >= limits.perProject) {
        exceeded += 1
        return isUsers ? 'userRateLimitExceeded' : 'rateLimitExceeded'
      }
      total += 1
      users.set(email, used + 1)
      return null
    },
  }
}
