import { type ConnectionRow, findConnection, lockConnection } from '@astralis/db/queries/connections'
import type { Transaction } from '@astralis/db/client'
import type { Actor } from '../context.ts'
import { notFound } from '../errors.ts'

/** The caller's linked account. Throws NOT_FOUND for one of somebody else, whoever calls. */
export async function requireOwn(tx: Transaction, actor: Actor, id: string): Promise<ConnectionRow> {
  return own(await findConnection(tx, actor.orgId, id), actor)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockOwn(tx: Transaction, actor: Actor, id: string): Promise<ConnectionRow> {
  return own(await lockConnection(tx, actor.orgId, id), actor)
}

function own(row: ConnectionRow | null, { userId }: Actor): ConnectionRow {
  if (!row || row.userId !== userId) throw notFound('connection')
  return row
}
