import { useEffect, useState } from 'react'

/** `value` once it has stayed the same for `delayMilliseconds`. Pass values that compare by identity or memoize them. */
export function useDebounced<T>(value: T, delayMilliseconds: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMilliseconds)
    return () => clearTimeout(timer)
  }, [value, delayMilliseconds])
  return settled
}
