import { useCallback, useSyncExternalStore } from 'react'

/** True while the CSS media `query` matches. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Below this the sidebar becomes a top bar and the calendar starts with one day. Tailwind's `lg` is the same. */
export const NARROW = '(width < 64rem)'

/** Fingers scroll where a mouse drags. */
export const TOUCH = '(pointer: coarse)'
