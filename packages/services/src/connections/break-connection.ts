import type { Transaction } from '@astralis/db/client'
import { breakConnection as breakRow } from '@astralis/db/queries/connections'
import type { Runtime } from '../context.ts'
import { logConnection } from './log-connection.ts'
import { tellBroken } from './tell-broken.ts'

const PROBLEMS = {
  NEEDS_REAUTH: { problem: 'CONSENT_WITHDRAWN', outcome: 'consent-withdrawn' },
  SCOPES_MISSING: { problem: 'SCOPES_MISSING', outcome: 'scopes-missing' },
} as const

interface Break {
  orgId: string
  connectionId: string
  status: keyof typeof PROBLEMS
  /** What the service said. */
  detail: string
}

/** Notes that only the person can help, and tells them once, however many jobs find it out. What waits is kept. */
export async function breakConnection(
  tx: Transaction,
  runtime: Runtime,
  { orgId, connectionId, status, detail }: Break,
): Promise<void> {
  const { problem, outcome } = PROBLEMS[status]
  const isNews = await breakRow(tx, orgId, connectionId, {
    status,
    problem,
    problemDetail: detail,
    at: runtime.clock(),
  })
  if (!isNews) return
  await logConnection(tx, runtime, { orgId, connectionId, outcome, needsAttention: true })
  await tellBroken(tx, runtime, { orgId, connectionId })
}
