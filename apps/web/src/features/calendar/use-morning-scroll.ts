import { useEffect, type RefObject } from 'react'

const GRID = '.sx__week-grid'
const SCROLLER = '.sx__view-container'

/** Scrolls each new grid of hours to `hour` (0 to 24), because midnight is rarely what anyone looks for. */
export function useMorningScroll(root: RefObject<HTMLElement | null>, hour: number): void {
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    let known: Element | null = null
    const scroll = () => {
      const grid = container.querySelector(GRID)
      if (grid && grid !== known) {
        const scroller = container.querySelector(SCROLLER)
        if (scroller) scroller.scrollTop = (grid.clientHeight / 24) * hour
      }
      known = grid
    }
    const observer = new MutationObserver(scroll)
    observer.observe(container, { childList: true, subtree: true })
    scroll()
    return () => observer.disconnect()
  }, [root, hour])
}
