import type { Transaction } from '@astralis/db/client'
import { markAttempted, settleMails, type SettledMail } from '@astralis/db/queries/deliveries'
import { ChannelError } from '../ports.ts'
import { inOrganization, sentTogether } from '../transaction.ts'
import type { DeliveryRuntime } from './delivery-runtime.ts'
import { prepareMails, type ReadyMail, settledAs } from './prepare-mails.ts'

/**
 * Delivers mails of one organization, each once (F3), and says what has become of those that were this worker's. Claimed,
 * looked at again and written in one transaction; marked as attempted; handed over outside of any; marked as what came
 * of it. Whatever moment a worker is killed at, the next one knows from the row what may have happened.
 *
 * A service that knows keys takes several at a time. To others each mail is marked and settled by itself, so that of
 * nothing but what is being handed over at a crash nobody knows whether it arrived.
 */
export async function deliverMails(
  runtime: DeliveryRuntime,
  orgId: string,
  ids: readonly string[],
): Promise<SettledMail[]> {
  const claim = runtime.newId()
  const { ready, settled } = await prepareMails(runtime, orgId, ids, claim)
  const { concurrency, keyHours } = runtime.channel
  const size = keyHours > 0 ? concurrency : 1
  const lanes = keyHours > 0 ? 1 : concurrency
  const chunks = chunksOf(ready, size)
  const handedOver = await Promise.all(Array.from({ length: lanes }, () => handOver(runtime, orgId, chunks, claim)))
  return [...settled, ...handedOver.flat()]
}

/** Takes chunks as long as there are some. What came of one is written together with the mark of the next. */
async function handOver(
  runtime: DeliveryRuntime,
  orgId: string,
  chunks: ReadyMail[][],
  claim: string,
): Promise<SettledMail[]> {
  const { channel, clock } = runtime
  const hasKeys = channel.keyHours > 0
  const settle = (tx: Transaction, results: readonly SettledMail[]) =>
    settleMails(tx, orgId, results, { claim, channel: channel.name, hasKeys, now: clock() })
  const mark = async (tx: Transaction, mails: readonly ReadyMail[]) => {
    const ids = mails.map(({ id }) => id)
    const own = await markAttempted(tx, orgId, ids, { claim, now: clock() })
    return mails.filter(({ id }) => own.includes(id))
  }
  const all: SettledMail[] = []
  let results: SettledMail[] = []
  for (let chunk = chunks.shift(); chunk || results.length > 0; chunk = chunks.shift()) {
    const own = await inOrganization(runtime, orgId, async (tx) => {
      const [, marked] = await sentTogether([settle(tx, results), mark(tx, chunk ?? [])])
      return marked
    })
    results = await Promise.all(own.map((mail) => send(runtime, mail)))
    all.push(...results)
  }
  return all
}

async function send({ channel }: DeliveryRuntime, { id, key, message }: ReadyMail): Promise<SettledMail> {
  try {
    await channel.send(message, key)
    return settledAs(id, 'SENT', null)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.outcome === 'rejected') return settledAs(id, 'FAILED', error.message)
    if (error.outcome === 'not-accepted') return settledAs(id, 'PENDING', error.message)
    // A service that knows the key gets the very same again.
    return settledAs(id, channel.keyHours > 0 ? 'CLAIMED' : 'UNKNOWN', error.message)
  }
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, nth) => items.slice(nth * size, (nth + 1) * size))
}
