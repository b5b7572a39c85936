import type { ConnectionStatus } from '@astralis/core/sync/connection-status'
import type { ConnectionRow } from '@astralis/db/queries/connections'
import { type Reason, ServiceError } from '../errors.ts'

const REFUSALS: Record<Exclude<ConnectionStatus, 'ACTIVE'>, [reason: Reason, message: string]> = {
  NEEDS_REAUTH: [
    'CONNECTION_NEEDS_REAUTH',
    'Our permission is not accepted there any more. Connect the account again.',
  ],
  SCOPES_MISSING: ['CONNECTION_SCOPES_MISSING', 'We were not allowed enough there. Connect the account again.'],
  PAUSED: ['CONNECTION_PAUSED', 'Syncing is paused. Resume it first.'],
  DISCONNECTED: ['CONNECTION_DISCONNECTED', 'This account is disconnected. Connect it again.'],
}

/** Throws what keeps an account from being read. */
export function requireWorking({ status }: Pick<ConnectionRow, 'status'>): void {
  if (status === 'ACTIVE') return
  const [reason, message] = REFUSALS[status]
  throw new ServiceError(reason, message)
}
