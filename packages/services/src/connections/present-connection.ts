import type { AccessRole } from '@astralis/core/sync/access-role'
import { CONNECTION_PROBLEMS, type ConnectionProblem, describeProblem } from '@astralis/core/sync/connection-problem'
import type { ConnectionStatus } from '@astralis/core/sync/connection-status'
import type { ProviderName } from '@astralis/core/sync/provider-name'
import type { ConnectionRow } from '@astralis/db/queries/connections'
import type { LinkedCalendarRow } from '@astralis/db/queries/linked-calendars'

/** A calendar of a linked account, as its owner sees it. */
export interface LinkedCalendar {
  id: string
  name: string
  isPrimary: boolean
  accessRole: AccessRole
  /** Kept in step. */
  isSelected: boolean
}

/** A linked account, as its owner sees it. Instants are RFC 3339. */
export interface Connection {
  id: string
  provider: ProviderName
  providerEmail: string
  status: ConnectionStatus
  /** It is kept in step, or would be if something were not in its way for now. */
  isActive: boolean
  /** Its owner wants it to be kept in step. */
  syncEnabled: boolean
  lastSyncAt: string | null
  /** What keeps it from being in step, and what its owner can do. */
  problem: { reason: ConnectionProblem; message: string; action: string; since: string } | null
  /** Changes made here that are not known there yet. */
  pendingChanges: number
  calendars: LinkedCalendar[]
  isSyncing: boolean
  /** While it is read: how many items were. */
  progress: { items: number } | null
}

interface Beside {
  calendars: readonly LinkedCalendarRow[]
  pendingChanges: number
}

export function presentConnection(row: ConnectionRow, { calendars, pendingChanges }: Beside): Connection {
  const { id, provider, accountEmail, status, lastSyncAt } = row
  const isActive = status === 'ACTIVE'
  const reading = isActive ? calendars.filter(isBeingRead) : []
  return {
    id,
    provider,
    providerEmail: accountEmail,
    status,
    isActive,
    syncEnabled: status !== 'PAUSED' && status !== 'DISCONNECTED',
    lastSyncAt: lastSyncAt?.toString() ?? null,
    problem: presentProblem(row),
    pendingChanges,
    calendars: calendars.map(presentCalendar),
    isSyncing: reading.length > 0,
    progress: reading.length === 0 ? null : { items: reading.reduce((sum, { pulledItems }) => sum + pulledItems, 0) },
  }
}

export function presentCalendar(row: LinkedCalendarRow): LinkedCalendar {
  const { id, name, isPrimary, accessRole, isSelected } = row
  return { id, name, isPrimary, accessRole, isSelected }
}

/** The pull that has read everything takes its request away. */
function isBeingRead({ isSelected, pullRequestedAt }: LinkedCalendarRow): boolean {
  return isSelected && pullRequestedAt !== null
}

function presentProblem({ problem, problemSince }: ConnectionRow): Connection['problem'] {
  const reason = CONNECTION_PROBLEMS.find((known) => known === problem)
  if (reason === undefined || problemSince === null) return null
  const { what, remedy } = describeProblem(reason)
  return { reason, message: what, action: remedy, since: problemSince.toString() }
}
