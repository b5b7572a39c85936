import { useEffect, useRef } from 'react'

/**
 * Lets Escape end a drag or resize of Schedule-X without effect; it has no such gesture itself. The answer says, once,
 * whether the drop that Schedule-X is about to report must be ignored.
 */
export function useAbortDrag(): () => boolean {
  const isAborted = useRef(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !document.querySelector('.is-event-copy, .sx__date-grid-event--copy')) return
      isAborted.current = true
      document.dispatchEvent(new MouseEvent('mouseup'))
    }
    // The month uses the browser's own dragging, where a drop that nothing accepted (Escape, outside) has no effect.
    const onDragEnd = (event: DragEvent) => {
      isAborted.current = event.dataTransfer?.dropEffect === 'none'
    }
    document.addEventListener('keydown', onKey, { signal })
    window.addEventListener('dragend', onDragEnd, { signal, capture: true })
    return () => stop.abort()
  }, [])
  return () => {
    const wasAborted = isAborted.current
    isAborted.current = false
    return wasAborted
  }
}
