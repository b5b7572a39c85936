import { queryClient } from './query-client.ts'

/** Longer than what is shown next takes to ask for the rest of what it needs, and to be drawn. */
const QUIET_MILLISECONDS = 500

/** Calls `action` once, when what is shown has had its answers for a while. The answer gives up waiting. */
export function whenQuiet(action: () => void): () => void {
  const cache = queryClient.getQueryCache()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    unsubscribe()
  }
  const look = () => {
    clearTimeout(timer)
    if (queryClient.isFetching() > 0 || cache.findAll({ type: 'active' }).length === 0) return
    timer = setTimeout(() => {
      stop()
      action()
    }, QUIET_MILLISECONDS)
  }
  const unsubscribe = cache.subscribe(look)
  look()
  return stop
}
