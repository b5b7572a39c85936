/** What the address of the page says after somebody was asked for consent elsewhere. */
export interface ConnectionsSearch {
  /** What was linked. */
  connected?: string | undefined
  /** The literal of what went wrong. */
  problem?: string | undefined
}

/** Reads the address; what it says wrong is ignored. */
export function readConnectionsSearch({ connected, problem }: Record<string, unknown>): ConnectionsSearch {
  return { connected: textOf(connected), problem: textOf(problem) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
