/** How a linked account fares. PAUSED: its owner wants no sync for now. */
export const CONNECTION_STATUSES = ['ACTIVE', 'NEEDS_REAUTH', 'SCOPES_MISSING', 'PAUSED', 'DISCONNECTED'] as const
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number]
