import { useEffect } from 'react'
import { whenQuiet } from './when-quiet.ts'

const INPUTS = ['pointermove', 'pointerdown', 'keydown']

/**
 * Calls `load`, the same function on every render, for what the first load is without and the next click needs: when the
 * page has its answers, or is touched before that.
 */
export function usePrepared(load: () => void): void {
  useEffect(() => {
    const touched = new AbortController()
    const begin = () => {
      stop()
      load()
    }
    const stopWaiting = whenQuiet(begin)
    const stop = () => {
      touched.abort()
      stopWaiting()
    }
    for (const input of INPUTS) document.addEventListener(input, begin, { signal: touched.signal })
    return stop
  }, [load])
}
