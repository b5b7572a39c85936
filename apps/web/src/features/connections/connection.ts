import type { Outputs } from '../../lib/trpc.ts'

export type Connection = Outputs['connections']['list']['connections'][number]
export type LinkedCalendar = Connection['calendars'][number]
export type SyncEntry = Outputs['connections']['log']['entries'][number]

/** How the services are called. */
export const PROVIDER_NAMES: Record<Connection['provider'], string> = {
  GOOGLE: 'Google',
  MICROSOFT: 'Microsoft',
  APPLE: 'Apple',
}

/** Whether only its person can help, by allowing access (again). */
export function needsConsent({ status }: Pick<Connection, 'status'>): boolean {
  return status === 'NEEDS_REAUTH' || status === 'SCOPES_MISSING'
}
