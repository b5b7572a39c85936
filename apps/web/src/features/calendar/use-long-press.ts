import { useEffect, useEffectEvent, type RefObject } from 'react'
import { measureFrom, type DragToCreate, type Measure } from './draw-on-grid.ts'

const HOLD_MILLISECONDS = 500
/** A finger never rests quite still. */
const REST_PIXELS = 10

/**
 * Creating an event by a finger that rests on the empty grid: an hour there, or as far as it is drawn then. Before that it
 * scrolls; after it does not.
 */
export function useLongPress(root: RefObject<HTMLElement | null>, options: DragToCreate): void {
  const begin = useEffectEvent((event: TouchEvent) => {
    const [from] = event.touches
    const measure = from && event.touches.length === 1 ? measureFrom(event.target, from, options.timeZone) : null
    if (from && measure) follow(from, measure, options)
  })
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    const onStart = (event: TouchEvent) => begin(event)
    container.addEventListener('touchstart', onStart, { passive: true })
    return () => container.removeEventListener('touchstart', onStart)
  }, [root])
}

function follow(from: Touch, measure: Measure, { onDraw, onCreate }: DragToCreate): void {
  let isHeld = false
  let drawn = measure(from, false)
  const stop = new AbortController()
  const { signal } = stop
  const timer = setTimeout(() => {
    isHeld = true
    onDraw(drawn)
  }, HOLD_MILLISECONDS)
  signal.addEventListener('abort', () => clearTimeout(timer))

  const onMove = (event: TouchEvent) => {
    const [touch] = event.touches
    if (!touch) return
    const hasMoved = Math.hypot(touch.clientX - from.clientX, touch.clientY - from.clientY) > REST_PIXELS
    if (isHeld) {
      event.preventDefault()
      drawn = measure(touch, hasMoved)
      onDraw(drawn)
    } else if (hasMoved) stop.abort()
  }
  const onEnd = (event: TouchEvent) => {
    stop.abort()
    if (!isHeld) return
    // Or the browser reports a click there as well.
    event.preventDefault()
    onCreate(drawn)
  }
  const onCancel = () => {
    stop.abort()
    if (isHeld) onDraw(null)
  }
  document.addEventListener('touchmove', onMove, { signal, passive: false })
  document.addEventListener('touchend', onEnd, { signal, passive: false })
  document.addEventListener('touchcancel', onCancel, { signal })
}
