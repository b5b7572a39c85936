import { useEffect, useEffectEvent, type RefObject } from 'react'

const LEAST_PIXELS = 60
/** How much further across than along, so that scrolling never turns the page. */
const LEAST_SLANT = 2
const LONGEST_MILLISECONDS = 600

/** Turns the page when a finger is drawn across the grid: to the next one against the direction of reading. */
export function useSwipe(root: RefObject<HTMLElement | null>, onStep: (direction: 1 | -1) => void): void {
  const step = useEffectEvent(onStep)
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    let start: { x: number; y: number; at: number } | null = null
    const onStart = ({ touches, timeStamp }: TouchEvent) => {
      const [touch] = touches
      start = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY, at: timeStamp } : null
    }
    const onEnd = ({ changedTouches, timeStamp }: TouchEvent) => {
      const [touch] = changedTouches
      if (!start || !touch) return
      const across = touch.clientX - start.x
      const along = Math.abs(touch.clientY - start.y)
      const isSwipe = Math.abs(across) >= LEAST_PIXELS && Math.abs(across) >= LEAST_SLANT * along
      if (isSwipe && timeStamp - start.at <= LONGEST_MILLISECONDS) {
        const isForward = across < 0 !== (getComputedStyle(container).direction === 'rtl')
        step(isForward ? 1 : -1)
      }
      start = null
    }
    container.addEventListener('touchstart', onStart, { passive: true })
    container.addEventListener('touchend', onEnd, { passive: true })
    return () => {
      container.removeEventListener('touchstart', onStart)
      container.removeEventListener('touchend', onEnd)
    }
  }, [root])
}
