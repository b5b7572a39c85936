import type { ConnectionStatus } from '@astralis/core/sync/connection-status'
import type { ProviderName } from '@astralis/core/sync/provider-name'
import type { Temporal } from '@astralis/core/temporal'
import { and, eq, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { connections } from '../schema/connections.ts'
import { mails } from '../schema/mails.ts'

interface NewNotice {
  id: string
  connectionId: string
  now: Temporal.Instant
}

/** Plans a notice to whoever linked an account; one about an earlier break that still waits is superseded. */
export async function insertNotice(
  tx: Transaction,
  orgId: string,
  { id, connectionId, now }: NewNotice,
): Promise<void> {
  await tx
    .update(mails)
    .set({ status: 'SKIPPED', skipReason: 'SUPERSEDED' })
    .where(
      and(eq(mails.orgId, orgId), eq(mails.uid, connectionId), eq(mails.kind, 'notice'), eq(mails.status, 'PENDING')),
    )
  await tx.execute(sql`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, event_version, due_at, status, created_at)
    select ${orgId}, ${id}, 'notice', users.email, connections.id, connections.id, 0, ${now.toString()}::timestamptz,
      'PENDING', ${now.toString()}::timestamptz
    from connections join users on users.org_id = connections.org_id and users.id = connections.user_id
    where connections.org_id = ${orgId} and connections.id = ${connectionId}`)
}

/** A linked account as a notice tells of it. */
export interface NoticedAccount {
  id: string
  provider: ProviderName
  accountEmail: string
  status: ConnectionStatus
}

export async function listNoticedAccounts(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
): Promise<NoticedAccount[]> {
  if (ids.length === 0) return []
  return tx
    .select({
      id: connections.id,
      provider: connections.provider,
      accountEmail: connections.accountEmail,
      status: connections.status,
    })
    .from(connections)
    .where(and(eq(connections.orgId, orgId), anyOf(connections.id, ids)))
}
