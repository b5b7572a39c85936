import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '../lib/query-client.ts'

const LOOK_AGAIN_MILLISECONDS = 500

/** What makes pages live, once they show something: the first load is without it. */
export function useLivePages(): void {
  const router = useRouter()
  useEffect(() => {
    let isLeft = false
    let stop = () => {}
    const begin = async () => {
      if (!hasAnswers()) throw new Error('The page still waits for its first answers.')
      const { startLivePages } = await import('../features/live/live-pages.ts')
      if (!isLeft) stop = startLivePages(() => void router.invalidate())
    }
    const wait = () =>
      setTimeout(() => begin().catch(() => (isLeft ? undefined : (timer = wait()))), LOOK_AGAIN_MILLISECONDS)
    let timer = wait()
    return () => {
      isLeft = true
      clearTimeout(timer)
      stop()
    }
  }, [router])
}

/** The page has asked, and nothing of it is on its way any more. */
function hasAnswers(): boolean {
  return queryClient.isFetching() === 0 && queryClient.getQueryCache().findAll({ type: 'active' }).length > 0
}
