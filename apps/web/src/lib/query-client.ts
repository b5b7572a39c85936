import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { describeProblem } from './problem.ts'

const FRESH_MILLISECONDS = 10_000
const MAX_RETRIES = 2

let onSessionEnd = () => {}
let onRefusal = () => {}

/** Called when the server no longer knows the session that the page was loaded with. */
export function whenSessionEnds(handler: () => void): void {
  onSessionEnd = handler
}

/** Called when the server does not let the person do what the page offered them: their role may have been changed. */
export function whenRefused(handler: () => void): void {
  onRefusal = handler
}

function noticeRefusal(error: Error): void {
  noticeReason(describeProblem(error).reason)
}

/** Tells whoever has to know that the server refused something for want of a session, or of a right. */
export function noticeReason(reason: string | null): void {
  if (reason === 'NOT_SIGNED_IN') onSessionEnd()
  if (reason === 'NOT_ALLOWED') onRefusal()
}

/** Only what may go away by itself is worth asking again: no connection, or a fault of the server. */
function isWorthRetrying(failureCount: number, error: Error): boolean {
  return failureCount < MAX_RETRIES && describeProblem(error).isTransient
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeRefusal }),
  mutationCache: new MutationCache({ onError: noticeRefusal }),
  defaultOptions: {
    queries: { staleTime: FRESH_MILLISECONDS, retry: isWorthRetrying },
    // Without a connection a change fails at once and says so, rather than waiting unseen.
    mutations: { networkMode: 'always' },
  },
})
