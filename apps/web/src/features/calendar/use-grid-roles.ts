import { useEffect, type RefObject } from 'react'

/** What Schedule-X gives a label but no role, without which the label is never read out. */
const LABELLED = '.sx__time-grid-day, .sx__date-grid, .sx__month-grid-day'

/** The label that Schedule-X gives an event of the all-day row: without its status, and it hides what our card says. */
const MISLABELLED = '.sx__date-grid-event[aria-label]'

/** Makes each labelled day of the grid a group, as it appears, and lets events speak for themselves. */
export function useGridRoles(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    const assign = () => {
      for (const element of container.querySelectorAll(LABELLED)) element.setAttribute('role', 'group')
      for (const element of container.querySelectorAll(MISLABELLED)) element.removeAttribute('aria-label')
    }
    const observer = new MutationObserver(assign)
    observer.observe(container, { childList: true, subtree: true, attributeFilter: ['aria-label'] })
    assign()
    return () => observer.disconnect()
  }, [root])
}
