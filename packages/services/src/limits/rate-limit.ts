import { createHash } from 'node:crypto'
import { RATE_LIMITS, type RateLimitName } from '@astralis/core/access/rate-limits'
import { type AttemptCount, countAttempts, uncountAttempts } from '@astralis/db/queries/rate-limits'
import type { Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Something that is limited, and whose it is: an address, an account, an organization. */
export interface Attempt {
  limit: RateLimitName
  of: string
  /** 1 unless some attempts are larger than others. */
  cost?: number
}

type LimitRuntime = Pick<Runtime, 'db' | 'clock'>

const SECONDS = 60

/**
 * Counts attempts before they are made, for all servers together, so that a thousand at once are a thousand. Throws
 * RATE_LIMITED where there have been enough, and says for how long.
 */
export async function takeAttempts({ db, clock }: LimitRuntime, attempts: readonly Attempt[]): Promise<void> {
  const now = clock()
  const counted = await countAttempts(db, attempts.map(toCount), now)
  for (const attempt of attempts) {
    const { what, attempts: enough } = RATE_LIMITS[attempt.limit]
    const { key } = toCount(attempt)
    const found = counted.find((one) => one.key === key)
    if (!found || found.attempts <= enough) continue
    const retryAfterSeconds = Math.max(1, Math.ceil(now.until(found.resetsAt).total('seconds')))
    const minutes = Math.ceil(retryAfterSeconds / SECONDS)
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
    throw new ServiceError('RATE_LIMITED', `There have been too many ${what}. Try again in ${wait}.`, {
      retryAfterSeconds,
    })
  }
}

/** Takes attempts back that turned out to be right: only wrong ones count. */
export async function giveBackAttempts({ db }: LimitRuntime, attempts: readonly Attempt[]): Promise<void> {
  await uncountAttempts(db, attempts.map(toCount))
}

function toCount({ limit, of, cost = 1 }: Attempt): AttemptCount {
  const key = createHash('sha256').update(`${limit} ${of}`).digest('hex')
  return { key, cost, windowSeconds: RATE_LIMITS[limit].windowMinutes * SECONDS }
}
