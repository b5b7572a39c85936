import { queryClient } from '../../lib/query-client.ts'
import { trpc, trpcClient, type Outputs } from '../../lib/trpc.ts'

type Session = Outputs['auth']['me']
export type SessionUser = NonNullable<Session>['user']

/** The signed-in user and what they are offered, asked of the server once and then remembered; null for nobody. */
export async function loadSession(): Promise<Session> {
  return trpc.auth.me.ensureData()
}

/** Asks the server again, which knows if somebody's role was changed; answers with what is remembered from then on. */
export async function reloadSession(): Promise<Session> {
  return trpc.auth.me.fetch(undefined, { staleTime: 0 })
}

/** Starts with an empty cache: nothing of an earlier user may be seen by the next. */
export function rememberSession(session: Session): void {
  queryClient.clear()
  trpc.auth.me.setData(undefined, session)
}

export async function signOut(): Promise<void> {
  await trpcClient.auth.signOut.mutate()
  rememberSession(null)
}
