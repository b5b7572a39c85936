import { Temporal } from '@astralis/core/temporal'
import type { KillPoint, Trace } from './kill-points.ts'
import type { KillSite } from './kill-site.ts'
import { killWorker } from './kill-worker.ts'
import { strikeAfter } from './strike-after.ts'

export interface Kill {
  reminderId: string
  /** Right after the worker's death. */
  trace: Trace
}

/** One reminder, due now, and one worker, which is killed at that point of it. */
export async function killAt(site: KillSite, { name, at }: KillPoint): Promise<Kill> {
  const reminderId = await site.bookReminder(Temporal.Now.instant())
  const { databaseUrl, start, provider } = site
  await killWorker({
    when: name,
    databaseUrl,
    start,
    ...(typeof at === 'string'
      ? { lurk: (kill: () => unknown) => provider.strikeAt(at, reminderId, kill) }
      : { strike: (kill: () => unknown) => strikeAfter(at, reminderId, kill) }),
  })
  return { reminderId, trace: await site.traceOf(reminderId) }
}
