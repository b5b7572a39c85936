import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { describeProblem } from './problem.ts'

const FRESH_MILLISECONDS = 10_000
const MAX_RETRIES = 2

let onSessionEnd = () => {}

/** Called when the server no longer knows the session that the page was loaded with. */
export function whenSessionEnds(handler: () => void): void {
  onSessionEnd = handler
}

function noticeSessionEnd(error: Error): void {
  if (describeProblem(error).reason === 'NOT_SIGNED_IN') onSessionEnd()
}

/** Only what may go away by itself is worth asking again: no connection, or a fault of the server. */
function isWorthRetrying(failureCount: number, error: Error): boolean {
  return failureCount < MAX_RETRIES && describeProblem(error).isTransient
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSessionEnd }),
  mutationCache: new MutationCache({ onError: noticeSessionEnd }),
  defaultOptions: {
    queries: { staleTime: FRESH_MILLISECONDS, retry: isWorthRetrying },
    // Without a connection a change fails at once and says so, rather than waiting unseen.
    mutations: { networkMode: 'always' },
  },
})
