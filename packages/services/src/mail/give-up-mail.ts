import * as queries from '@astralis/db/queries/deliveries'
import type { Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'

const INTERRUPTED = 'Its delivery was interrupted too often.'

/** Ends a mail that the queue has retried in vain as FAILED, with what the mail service said last (F5). */
export async function giveUpMail(
  runtime: Runtime,
  { orgId, id }: { orgId: string; id: string },
): Promise<{ failed: number }> {
  const isOpen = await inOrganization(runtime, orgId, (tx) => queries.giveUpMail(tx, orgId, id, INTERRUPTED))
  return { failed: isOpen ? 1 : 0 }
}
