import { Temporal } from '@astralis/core/temporal'
import { type KillPoint, strikeAfter, type Trace } from './kill-points.ts'
import { startKillProxy } from './kill-proxy.ts'
import type { KillSite } from './kill-site.ts'

export interface Kill {
  reminderId: string
  /** Right after the worker's death. */
  trace: Trace
}

const PATIENCE_MS = 30_000

/** One reminder, due now, and one worker, which is killed at that point of it. */
export async function killAt(site: KillSite, { name, at }: KillPoint): Promise<Kill> {
  const reminderId = await site.bookReminder(Temporal.Now.instant())
  const dies = Promise.withResolvers<string>()
  const kill = () => {
    dies.resolve('killed')
    return worker.kill()
  }
  const proxy =
    typeof at === 'string' ? null : await startKillProxy(site.databaseUrl, strikeAfter(at, reminderId, kill))
  if (typeof at === 'string') site.provider.strikeAt(at, kill)
  const worker = site.start(proxy?.databaseUrl)
  void worker.ended.then(() => dies.resolve('ended by itself'))
  const patience = setTimeout(() => dies.resolve('not reached'), PATIENCE_MS)
  const outcome = await dies.promise
  clearTimeout(patience)
  await worker.kill()
  await proxy?.close()
  if (outcome !== 'killed') throw new Error(`A worker was to be killed when "${name}": ${outcome}.`)
  return { reminderId, trace: await site.traceOf(reminderId) }
}
