import type { Temporal } from '@astralis/core/temporal'
import { useEffect, useState } from 'react'
import { now } from './clock.ts'

const TICK_MILLISECONDS = 15_000

/** The present moment; renders again a few times a minute. */
export function useNow(): Temporal.Instant {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), TICK_MILLISECONDS)
    return () => clearInterval(timer)
  }, [])
  return at
}
