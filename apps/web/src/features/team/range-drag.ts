import type { PointerEvent as ReactPointerEvent } from 'react'

interface Point {
  clientX: number
  clientY: number
}

interface RangeDrag {
  /** The step of the axis under a point. */
  stepAt: (point: Point) => number
  /** Called with every step of the drag: where it began, and where it is. */
  onDraw: (anchor: number, focus: number) => void
  /** Called where the pointer was pressed and let go without moving. */
  onClick: (at: number) => void
  onDone: (anchor: number, focus: number) => void
  /** Escape, or the browser took the gesture for scrolling. */
  onAbort: () => void
}

/** A finger that rests draws; one that moves at once scrolls. */
const LONG_PRESS_MILLISECONDS = 400
const TOLERANCE_PIXELS = 6

/** Draws a range along the axis with a mouse, or with a finger after a long press. Answers whether it is drawing now. */
export function dragRange(
  start: ReactPointerEvent,
  { stepAt, onDraw, onClick, onDone, onAbort }: RangeDrag,
): () => boolean {
  const stop = new AbortController()
  const { signal } = stop
  if (start.button !== 0) return () => false
  const { pointerId, pointerType } = start
  const isFinger = pointerType === 'touch'
  const from = { clientX: start.clientX, clientY: start.clientY }
  const anchor = stepAt(from)
  let isDrawing = false
  const draw = (point: Point) => {
    isDrawing = true
    onDraw(anchor, stepAt(point))
  }
  const rest = isFinger ? setTimeout(() => draw(from), LONG_PRESS_MILLISECONDS) : undefined
  const end = () => {
    clearTimeout(rest)
    stop.abort()
  }
  const abort = () => {
    end()
    onAbort()
  }
  const isOther = (event: PointerEvent) => event.pointerId !== pointerId
  const onMove = (event: PointerEvent) => {
    if (isOther(event)) return
    const hasMoved = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > TOLERANCE_PIXELS
    if (isDrawing || (hasMoved && !isFinger)) draw(event)
    else if (hasMoved) end()
  }
  const onUp = (event: PointerEvent) => {
    if (isOther(event)) return
    end()
    if (isDrawing) onDone(anchor, stepAt(event))
    else onClick(anchor)
  }
  document.addEventListener('pointermove', onMove, { signal })
  document.addEventListener('pointerup', onUp, { signal })
  document.addEventListener('pointercancel', (event) => !isOther(event) && abort(), { signal })
  document.addEventListener('keydown', (event) => event.key === 'Escape' && abort(), { signal })
  return () => isDrawing && !signal.aborted
}
