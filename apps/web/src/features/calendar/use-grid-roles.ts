import { useEffect, type RefObject } from 'react'

/** What Schedule-X gives a label but no role, without which the label is never read out. */
const LABELLED = '.sx__time-grid-day, .sx__date-grid, .sx__month-grid-day'

/** Makes each labelled day of the grid a group, as it appears. */
export function useGridRoles(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    const assign = () => {
      for (const element of container.querySelectorAll(LABELLED)) element.setAttribute('role', 'group')
    }
    const observer = new MutationObserver(assign)
    observer.observe(container, { childList: true, subtree: true })
    assign()
    return () => observer.disconnect()
  }, [root])
}
