import { useEffect } from 'react'

const INPUTS = ['pointermove', 'pointerdown', 'keydown']

/** Calls `action`, the same function on every render, when the page is first touched: somebody is about to do something. */
export function useFirstInput(action: () => void): void {
  useEffect(() => {
    const stop = new AbortController()
    const onInput = () => {
      stop.abort()
      action()
    }
    for (const input of INPUTS) document.addEventListener(input, onInput, { signal: stop.signal })
    return () => stop.abort()
  }, [action])
}
