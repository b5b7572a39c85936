import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { whenQuiet } from '../lib/when-quiet.ts'

/** What makes pages live, once they show something: the first load is without it. */
export function useLivePages(): void {
  const router = useRouter()
  useEffect(() => {
    let isLeft = false
    let stop = () => {}
    const begin = async () => {
      const { startLivePages } = await import('../features/live/live-pages.ts')
      if (!isLeft) stop = startLivePages(() => void router.invalidate())
    }
    // What could not be loaded, such as without a network, is asked for again.
    const wait = () => {
      stop = whenQuiet(() => void begin().catch(() => !isLeft && wait()))
    }
    wait()
    return () => {
      isLeft = true
      stop()
    }
  }, [router])
}
