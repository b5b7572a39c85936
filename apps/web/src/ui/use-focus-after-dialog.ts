import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to `target` once a dialog has closed whose opener went with what it did: it would be nowhere. To an opener
 * that is still there the dialog has given it back itself.
 */
export function useFocusAfterDialog(isOpen: boolean, target: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    // The dialog gives the focus back in a task of its own, which is queued before this one.
    if (wasOpen.current && !isOpen)
      setTimeout(() => {
        if (document.activeElement === document.body) target.current?.focus()
      })
    wasOpen.current = isOpen
  }, [isOpen, target])
}
