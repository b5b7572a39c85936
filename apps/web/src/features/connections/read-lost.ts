import { FIELD_GROUPS } from '@astralis/core/sync/field-groups'
import type { LostValue } from '@astralis/core/sync/lost-value'
import type { SyncEntry } from './connection.ts'

/** What gave way, of what an entry of the log tells: its detail is as free as the reasons for an entry are. */
export function readLost(detail: SyncEntry['detail']): LostValue[] {
  const lost = detail?.['lost']
  return Array.isArray(lost) ? lost.filter(isLost) : []
}

function isLost(value: unknown): value is LostValue {
  if (!isObject(value)) return false
  const { side, group, kept, dropped } = value
  return (
    (side === 'here' || side === 'there') &&
    FIELD_GROUPS.some((known) => known === group) &&
    isObject(kept) &&
    isObject(dropped)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
