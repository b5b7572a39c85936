import { useEffect, useRef, type RefObject } from 'react'

/**
 * For what goes away by what is pressed in it: the rows of a list, or a dialog (of which there is one, or none) whose
 * opener goes with what it did. The focus would be nowhere, and goes to what holds them, which takes the ref and
 * `tabIndex={-1}`.
 */
export function useFocusKept<T extends HTMLElement>(count: number): RefObject<T | null> {
  const holder = useRef<T>(null)
  const before = useRef(count)
  useEffect(() => {
    // A dialog gives the focus back to an opener that is still there, in a task of its own that is queued before this one.
    if (count < before.current)
      setTimeout(() => {
        if (document.activeElement === document.body) holder.current?.focus({ preventScroll: true })
      })
    before.current = count
  }, [count])
  return holder
}
