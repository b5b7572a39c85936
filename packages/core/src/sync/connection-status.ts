/**
 * ACTIVE         linked, and kept in step
 * NEEDS_REAUTH   the service does not take our permission any more; what waits is kept
 * SCOPES_MISSING the person has not allowed all that is needed
 * PAUSED         linked, and left alone because its person said so
 * DISCONNECTED   unlinked; what was imported stays known, so that linking again doubles nothing
 */
export const CONNECTION_STATUSES = ['ACTIVE', 'NEEDS_REAUTH', 'SCOPES_MISSING', 'PAUSED', 'DISCONNECTED'] as const
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number]

/** Those that only the person can end, by a new consent. */
export type BrokenStatus = Extract<ConnectionStatus, 'NEEDS_REAUTH' | 'SCOPES_MISSING'>

export function isBroken(status: ConnectionStatus): status is BrokenStatus {
  return status === 'NEEDS_REAUTH' || status === 'SCOPES_MISSING'
}
