import type { ProviderError, ProviderErrorKind } from '@astralis/calendars/provider-error'
import type { ConnectionProblem } from '@astralis/core/sync/connection-problem'
import { noteStreamProblem, type Stream } from '@astralis/db/queries/streams'
import type { SyncRuntime } from '../sync/sync-runtime.ts'
import { inOrganization } from '../transaction.ts'

const PROBLEM_OF: Partial<Record<ProviderErrorKind, ConnectionProblem>> = {
  'rate-limited': 'RATE_LIMITED',
  unavailable: 'PROVIDER_UNAVAILABLE',
  'not-found': 'CALENDAR_GONE',
  forbidden: 'CALENDAR_FORBIDDEN',
}

/** Says with an account why its calendar is not in step for now. It goes away by itself with the next success. */
export async function noteProblem(
  runtime: Pick<SyncRuntime, 'db' | 'clock'>,
  stream: Stream,
  { kind, message }: ProviderError,
): Promise<void> {
  const problem = PROBLEM_OF[kind] ?? 'REQUEST_REFUSED'
  await inOrganization(runtime, stream.orgId, (tx) =>
    noteStreamProblem(tx, stream, { problem, detail: message, now: runtime.clock() }),
  )
}
