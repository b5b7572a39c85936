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

export type LimitRuntime = Pick<Runtime, 'db' | 'clock'>

const SECONDS = 60

/**
 * Counts attempts before they are made, for all servers together, so that a thousand at once are a thousand. Throws
 * RATE_LIMITED where there have been enough, and says for how long. What is refused by one limit does not count for the
 * others: somebody who goes on and on from one address would otherwise use up what an account has from all of them.
 */
export async function takeAttempts(runtime: LimitRuntime, attempts: readonly Attempt[]): Promise<void> {
  const now = runtime.clock()
  const counted = await countAttempts(runtime.db, attempts.map(toCount), now)
  const countOf = (attempt: Attempt) => counted.find(({ key }) => key === toCount(attempt).key)
  const isOver = (attempt: Attempt) => (countOf(attempt)?.attempts ?? 0) > RATE_LIMITS[attempt.limit].attempts
  for (const attempt of attempts) {
    const found = countOf(attempt)
    if (!found || !isOver(attempt)) continue
    await giveBackAttempts(
      runtime,
      attempts.filter((other) => !isOver(other)),
    )
    const { what } = RATE_LIMITS[attempt.limit]
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
