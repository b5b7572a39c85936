/** Which way something went; `connection` is about the account itself. */
export const SYNC_DIRECTIONS = ['pull', 'push', 'connection'] as const
export type SyncDirection = (typeof SYNC_DIRECTIONS)[number]
