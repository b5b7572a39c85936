/** What goes wrong, and with which requests. The first fault that fits is taken. */
export interface Fault {
  kind:
    | 'status'
    | 'rate-limit'
    | 'too-many-requests'
    | 'expired-token'
    | 'slow'
    /** Nothing happens and no answer comes: the socket stays open, or is cut. */
    | 'hang-before'
    | 'cut-before'
    /** What was asked happens, and no answer comes. */
    | 'hang-after'
    | 'cut-after'
  /** `list`, `get`, `insert`, `patch`, `update`, `delete`, `instances`, `watch`, `stop`, `calendarList`, `token` …; all without it. */
  methods?: readonly string[]
  /** Only requests of this account. */
  email?: string
  /** Only pages with this number (the first is 1) of event lists. */
  page?: number
  /** How many that fit are let through first. */
  skip?: number
  /** How often it happens; without end where it is not said. */
  times?: number
  /** From 0 to 1; always where it is not said. */
  probability?: number
  /** Of `status`; 503 where it is not said. */
  status?: number
  /** Of `rate-limit`: `userRateLimitExceeded` where it is not said. */
  reason?: string
  /** Of `too-many-requests`, `rate-limit` and `status`: the Retry-After header. */
  retryAfterSeconds?: number
  /** Of `slow`. */
  delayMs?: number
}

interface Asked {
  method: string
  email: string | null
  page: number
}

export interface Faults {
  add: (fault: Fault) => void
  clear: () => void
  /** The fault that a request meets, if any. */
  take: (asked: Asked) => Fault | null
  /** How many requests met one. */
  taken: () => number
}

export function createFaults(random: () => number): Faults {
  let active: { fault: Fault; skip: number; left: number }[] = []
  let taken = 0
  return {
    add: (fault) => void active.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? Infinity }),
    clear: () => (active = []),
    taken: () => taken,
    take: (asked) => {
      for (const entry of active) {
        const { fault } = entry
        if (fault.methods && !fault.methods.includes(asked.method)) continue
        if (fault.email !== undefined && fault.email !== asked.email) continue
        if (fault.page !== undefined && (asked.method !== 'list' || fault.page !== asked.page)) continue
        if (entry.left <= 0 || random() >= (fault.probability ?? 1)) continue
        if (entry.skip > 0) {
          entry.skip -= 1
          continue
        }
        entry.left -= 1
        taken += 1
        return fault
      }
      return null
    },
  }
}
