import { CircleAlert, CircleCheck, CirclePause, CloudAlert, RefreshCw, Unplug, type LucideIcon } from 'lucide-react'
import type { Tone } from '../../ui/badge.tsx'
import type { Connection } from './connection.ts'

export interface Health {
  label: string
  tone: Tone
  icon: LucideIcon
}

/** How a linked account is doing, in a word or two. */
export function healthOf(connection: Pick<Connection, 'status' | 'problem' | 'isSyncing' | 'lastSyncAt'>): Health {
  const { status, problem, isSyncing, lastSyncAt } = connection
  if (status === 'DISCONNECTED') return { label: 'Disconnected', tone: 'neutral', icon: Unplug }
  if (status === 'NEEDS_REAUTH') return { label: 'Needs your consent', tone: 'error', icon: CircleAlert }
  if (status === 'SCOPES_MISSING') return { label: 'Access incomplete', tone: 'error', icon: CircleAlert }
  if (status === 'PAUSED') return { label: 'Paused', tone: 'neutral', icon: CirclePause }
  if (problem) return { label: 'Trouble', tone: 'warning', icon: CloudAlert }
  if (isSyncing) return { label: 'Syncing', tone: 'info', icon: RefreshCw }
  if (lastSyncAt === null) return { label: 'Not read yet', tone: 'info', icon: RefreshCw }
  return { label: 'In step', tone: 'success', icon: CircleCheck }
}
