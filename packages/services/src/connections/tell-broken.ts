import type { Transaction } from '@astralis/db/client'
import { insertNotice } from '@astralis/db/queries/notices'
import type { Runtime } from '../context.ts'

/** Writes a mail to whoever linked an account that it is broken (A6), with its job, in the transaction that broke it. */
export async function tellBroken(
  tx: Transaction,
  { clock, newId, enqueue }: Pick<Runtime, 'clock' | 'newId' | 'enqueue'>,
  { orgId, connectionId }: { orgId: string; connectionId: string },
): Promise<void> {
  const id = newId()
  await insertNotice(tx, orgId, { id, connectionId, now: clock() })
  await enqueue(tx, 'invitations.deliver', [{ payload: { orgId, id }, key: id }])
}
